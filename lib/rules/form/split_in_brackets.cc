#include "rules/problems.h"

namespace catalog {

namespace {

void check(const FileContext& file, Reporter& out) {
  report_slips(file, yaml::SlipKind::SplitInBrackets, out);
}

}  // namespace

extern const Rule split_in_brackets_rule{
    .name = "split-in-brackets",
    .title = {"括号里的半角逗号把一项分成了两项", "comma that splits an entry"},
    .family = Family::Form,
    .severity = Severity::Error,
    .summary =
        {"方括号列表里，一项的括号内用了半角逗号。",
         "In a list in brackets, a half-width comma stands inside the brackets of one entry."},
    .rationale = {"一项依据变成了两项残缺的依据。括号内用全角逗号。",
                  "One entry becomes two broken ones. Use a full-width comma inside brackets."},
    .source = {"《文件格式》：YAML的标点是半角的", "the file formats: YAML's marks are half-width"},
    .fields = {},
    .fixes = true,
    .bad = R"yaml(# file: lists/310104/social-assistance.yaml item 6
    elements: [低保对象名单及相关信息, 低保金（含补贴, 分类施保）发放情况]
)yaml",
    .good = R"yaml(# file: lists/310104/social-assistance.yaml item 6
    elements: [低保对象名单及相关信息, 低保金（含补贴，分类施保）发放情况]
)yaml",
    .check_file = check,
};

}  // namespace catalog
