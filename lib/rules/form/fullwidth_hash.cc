#include "rules/problems.h"

namespace catalog {

namespace {

void check(const FileContext& file, Reporter& out) {
  report_slips(file, yaml::SlipKind::FullwidthHash, out);
}

}  // namespace

extern const Rule fullwidth_hash_rule{
    .name = "fullwidth-hash",
    .title = {"用了全角井号", "full-width #"},
    .family = Family::Form,
    .severity = Severity::Error,
    .summary = {"注释前是“＃”，不是半角的“#”。", "A comment stands behind ＃ instead of #."},
    .rationale = {"全角井号是文字，注释会并入上一栏。",
                  "A full-width ＃ is text, so the comment joins the field before."},
    .source = {"《文件格式》：YAML的标点是半角的", "the file formats: YAML's marks are half-width"},
    .fields = {},
    .fixes = true,
    .bad = R"yaml(# file: lists/310104/social-assistance.yaml item 6
    note: 本市试行
    ＃ 以上待核
)yaml",
    .good = R"yaml(# file: lists/310104/social-assistance.yaml item 6
    note: 本市试行
    # 以上待核
)yaml",
    .check_file = check,
};

}  // namespace catalog
