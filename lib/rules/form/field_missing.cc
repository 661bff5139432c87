#include "rules/problems.h"

namespace catalog {

namespace {

void check(const FileContext& file, Reporter& out) {
  each_problem(file, ProblemKind::FieldMissing, [&](const Problem& problem) {
    const FieldInfo& field = *problem.field;
    Finding& finding = report_problem(
        file, problem,
        say({"{}缺少“{}”", "{} lacks “{}”"}, problem.record->name, key_phrase(file, field)), out);
    if (!finding.field.empty()) finding.field += '.';
    finding.field += field.key.en;
    finding.advice = say({"补上“{}: …”（{}）", "add `{}: …` ({})"},
                         field.key.in(file.view().language), field.meaning);
  });
}

constexpr std::string_view kFields[] = {"id",        "topic",    "elements", "basis", "deadline",
                                        "publisher", "channels", "audience", "mode",  "levels"};

}  // namespace

extern const Rule field_missing_rule{
    .name = "field-missing",
    .title = {"缺少必填项", "required field missing"},
    .family = Family::Form,
    .severity = Severity::Error,
    .summary = {"必填的键没有写。", "A required key is not there."},
    .rationale = {"公布的目录每栏都要有内容：空栏达到5处即一票否决。",
                  "Every column of a published catalogue must be filled: five blank ones are a "
                  "veto in inspections."},
    .source = {"沪府办〔2020〕20号第三部分：标准目录各栏；《文件格式》：字段表",
               "沪府办〔2020〕20号, part three: the columns of a standard; the field table"},
    .fields = kFields,
    .bad = R"yaml(# file: lists/civil-affairs/social-assistance.yaml
kind: list
domain: social-assistance
unit: civil-affairs
version: "2020.1"
items:
  - id: "1"
    topic: 综合业务
    elements: [社会救助投诉举报电话]
    basis: [《中华人民共和国政府信息公开条例》（国务院令第711号）]
    deadline: 信息形成之日起20个工作日内
    channels: [政府网站]
    audience: 全社会
    mode: 主动
    levels: [市级]
)yaml",
    .good = R"yaml(# file: lists/civil-affairs/social-assistance.yaml
kind: list
domain: social-assistance
unit: civil-affairs
version: "2020.1"
items:
  - id: "1"
    topic: 综合业务
    elements: [社会救助投诉举报电话]
    basis: [《中华人民共和国政府信息公开条例》（国务院令第711号）]
    deadline: 信息形成之日起20个工作日内
    publisher: 上海市民政局
    channels: [政府网站]
    audience: 全社会
    mode: 主动
    levels: [市级]
)yaml",
    .check_file = check,
};

}  // namespace catalog
