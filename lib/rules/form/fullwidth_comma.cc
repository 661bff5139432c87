#include "rules/problems.h"

namespace catalog {

namespace {

void check(const FileContext& file, Reporter& out) {
  report_slips(file, yaml::SlipKind::FullwidthCommaInList, out);
}

}  // namespace

extern const Rule fullwidth_comma_rule{
    .name = "fullwidth-comma",
    .title = {"列表里用了全角逗号", "full-width comma in a list"},
    .family = Family::Form,
    .severity = Severity::Error,
    .summary =
        {"方括号列表的各项用“，”或“、”隔开，被读成了一项。",
         "The entries of a list in brackets are divided by “，” or “、”, so they are read as one."},
    .rationale =
        {"渠道、层级少了一项而不报错。切换到英文输入法，按逗号键。",
         "A channel or level is lost without an error. Type the comma on the English keyboard."},
    .source = {"《文件格式》：YAML的标点是半角的", "the file formats: YAML's marks are half-width"},
    .fields = {},
    .fixes = true,
    .bad = R"yaml(# file: lists/310104/social-assistance.yaml item 6
    levels: [区级，街镇级]
)yaml",
    .good = R"yaml(# file: lists/310104/social-assistance.yaml item 6
    levels: [区级, 街镇级]
)yaml",
    .check_file = check,
};

}  // namespace catalog
