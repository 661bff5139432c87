#include "rules/problems.h"

namespace catalog {

namespace {

void check(const FileContext& file, Reporter& out) {
  report_slips(file, yaml::SlipKind::FullwidthBracket, out);
}

}  // namespace

extern const Rule fullwidth_bracket_rule{
    .name = "fullwidth-bracket",
    .title = {"用了全角方括号", "full-width bracket"},
    .family = Family::Form,
    .severity = Severity::Error,
    .summary = {"列表用“［］”或“【】”括起来。", "A list stands between ［］ or 【】."},
    .rationale = {"全角括号不是列表的括号，整个列表被读成一段文字。",
                  "Full-width brackets are text: the list is read as one."},
    .source = {"《文件格式》：YAML的标点是半角的", "the file formats: YAML's marks are half-width"},
    .fields = {},
    .fixes = true,
    .bad = R"yaml(# file: lists/310104/social-assistance.yaml item 6
    levels: ［区级, 街镇级］
)yaml",
    .good = R"yaml(# file: lists/310104/social-assistance.yaml item 6
    levels: [区级, 街镇级]
)yaml",
    .check_file = check,
};

}  // namespace catalog
