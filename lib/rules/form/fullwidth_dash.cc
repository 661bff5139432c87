#include "rules/problems.h"

namespace catalog {

namespace {

void check(const FileContext& file, Reporter& out) {
  report_slips(file, yaml::SlipKind::FullwidthDash, out);
}

}  // namespace

extern const Rule fullwidth_dash_rule{
    .name = "fullwidth-dash",
    .title = {"用了全角短横", "full-width dash"},
    .family = Family::Form,
    .severity = Severity::Error,
    .summary = {"列表项前是“－”或“—”，不是半角的“-”。",
                "A list item stands behind － or — instead of a hyphen."},
    .rationale =
        {"这一项会并入上一项。切换到英文输入法，按减号键和空格键。",
         "The item joins the one before. Type a hyphen and a space on the English keyboard."},
    .source = {"《文件格式》：YAML的标点是半角的", "the file formats: YAML's marks are half-width"},
    .fields = {},
    .fixes = true,
    .bad = R"yaml(# file: lists/310104/social-assistance.yaml item 6
    elements:
      - 低保对象名单及相关信息
      － 低保金发放情况
)yaml",
    .good = R"yaml(# file: lists/310104/social-assistance.yaml item 6
    elements:
      - 低保对象名单及相关信息
      - 低保金发放情况
)yaml",
    .check_file = check,
};

}  // namespace catalog
