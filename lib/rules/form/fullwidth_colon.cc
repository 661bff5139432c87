#include "rules/problems.h"

namespace catalog {

namespace {

void check(const FileContext& file, Reporter& out) {
  report_slips(file, yaml::SlipKind::FullwidthColon, out);
}

}  // namespace

extern const Rule fullwidth_colon_rule{
    .name = "fullwidth-colon",
    .title = {"键后用了全角冒号", "full-width colon behind a key"},
    .family = Family::Form,
    .severity = Severity::Error,
    .summary = {"键后面是“：”，不是半角冒号加空格，这一行被并入上一行。",
                "A key is followed by “：” instead of a colon and a space, so the line joins the "
                "one before."},
    .rationale = {"这一栏丢失，上一栏多出文字。切换到英文输入法，按冒号键和空格键。",
                  "The field is lost and the one before gets its text. Type a colon and a space on "
                  "the English keyboard."},
    .source = {"《文件格式》：YAML的标点是半角的", "the file formats: YAML's marks are half-width"},
    .fields = {},
    .fixes = true,
    .bad = R"yaml(# file: lists/310104/social-assistance.yaml item 6
    note：本市试行
)yaml",
    .good = R"yaml(# file: lists/310104/social-assistance.yaml item 6
    note: 本市试行
)yaml",
    .check_file = check,
};

}  // namespace catalog
