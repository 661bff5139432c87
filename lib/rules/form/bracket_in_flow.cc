#include "rules/problems.h"

namespace catalog {

namespace {

void check(const FileContext& file, Reporter& out) {
  report_slips(file, yaml::SlipKind::BracketInFlow, out);
}

}  // namespace

extern const Rule bracket_in_flow_rule{
    .name = "bracket-in-flow",
    .title = {"列表里有未加引号的方括号", "bracket inside a list"},
    .family = Family::Form,
    .severity = Severity::Error,
    .summary = {"方括号列表里未加引号的文字含有“[2012]”一类的方括号。",
                "An unquoted text in a list in brackets holds brackets, as in [2012]."},
    .rationale = {"方括号会开始另一个列表，文件读不下去。文号用“〔〕”。",
                  "The bracket begins another list and the file cannot be read. Use 〔〕 in "
                  "document numbers."},
    .source = {"《文件格式》：YAML的标点是半角的", "the file formats: YAML's marks are half-width"},
    .fields = {},
    .fixes = true,
    .bad = R"yaml(# file: lists/310104/social-assistance.yaml item 6
    basis: [《最低生活保障审核审批办法（试行）》（民发[2012]220号）]
)yaml",
    .good = R"yaml(# file: lists/310104/social-assistance.yaml item 6
    basis: [《中华人民共和国政府信息公开条例》（国务院令第711号）]
)yaml",
    .check_file = check,
};

}  // namespace catalog
