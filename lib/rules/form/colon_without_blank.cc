#include "rules/problems.h"

namespace catalog {

namespace {

void check(const FileContext& file, Reporter& out) {
  report_slips(file, yaml::SlipKind::ColonWithoutBlank, out);
}

}  // namespace

extern const Rule colon_without_blank_rule{
    .name = "colon-without-blank",
    .title = {"冒号后缺少空格", "no space behind the colon"},
    .family = Family::Form,
    .severity = Severity::Error,
    .summary =
        {"键后的冒号没有跟空格，键和值被读成一段文字。",
         "There is no space behind the colon of a key, so key and value are read as one text."},
    .rationale = {"这一栏丢失。在冒号后按空格键。",
                  "The field is lost. Type a space behind the colon."},
    .source = {"《文件格式》：YAML的标点是半角的", "the file formats: YAML's marks are half-width"},
    .fields = {},
    .fixes = true,
    .bad = R"yaml(# file: lists/310104/social-assistance.yaml item 6
    note:本市试行
)yaml",
    .good = R"yaml(# file: lists/310104/social-assistance.yaml item 6
    note: 本市试行
)yaml",
    .check_file = check,
};

}  // namespace catalog
