#include "rules/problems.h"

namespace catalog {

namespace {

void check(const FileContext& file, Reporter& out) {
  each_problem(file, ProblemKind::FieldEmpty, [&](const Problem& problem) {
    report_problem(file, problem,
                   say({"“{}”没有内容", "“{}” has no value"}, key_phrase(file, *problem.field)),
                   out)
        .advice = say({"填写：{}", "fill in: {}"}, problem.field->meaning);
  });
}

constexpr std::string_view kFields[] = {"topic",    "elements", "basis", "deadline", "publisher",
                                        "channels", "audience", "mode",  "levels"};

}  // namespace

extern const Rule field_empty_rule{
    .name = "field-empty",
    .title = {"必填项为空", "required field empty"},
    .family = Family::Form,
    .severity = Severity::Error,
    .summary = {"必填的键没有值。", "A required key has no value."},
    .rationale = {"只写键不写值，公布出来就是空栏。",
                  "A key without a value is a blank column once published."},
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
    deadline:
    publisher: 上海市民政局
    channels: [政府网站]
    audience: 全社会
    mode: 主动
    levels: [市级]
)yaml",
    .good = R"yaml(# file: lists/310104/social-assistance.yaml item 6
    note: 每个必填的键都有内容
)yaml",
    .check_file = check,
};

}  // namespace catalog
