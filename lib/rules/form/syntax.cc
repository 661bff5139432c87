#include "rules/problems.h"

namespace catalog {

namespace {

void check(const FileContext& file, Reporter& out) {
  report_syntax(file, yaml::SyntaxKind::Syntax, out);
}

}  // namespace

extern const Rule syntax_rule{
    .name = "syntax",
    .title = {"YAML语法错误", "YAML syntax error"},
    .family = Family::Form,
    .severity = Severity::Error,
    .summary = {"文件不合YAML语法，读不下去。", "The file is not YAML and cannot be read on."},
    .rationale = {"语法错误使整个文件失效，其余检查都做不了。按所指位置改正；出自中文键盘的错误另有"
                  "规则指明按哪个键。",
                  "A syntax error voids the whole file. Mend it at the place shown; slips of the "
                  "Chinese keyboard have rules of their own that name the key to type."},
    .source = {"《文件格式》：文件是一份UTF-8编码的YAML文档",
               "the file formats: a file is one YAML document in UTF-8"},
    .fields = {},
    .bad = R"yaml(# file: lists/310104/social-assistance.yaml
kind: list
domain: social-assistance
unit: "310104
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
