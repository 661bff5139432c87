#include "rules/problems.h"

namespace catalog {

namespace {

void check(const FileContext& file, Reporter& out) {
  report_slips(file, yaml::SlipKind::FullwidthIndent, out);
}

}  // namespace

extern const Rule fullwidth_indent_rule{
    .name = "fullwidth-indent",
    .title = {"用全角空格缩进", "full-width space as indentation"},
    .family = Family::Form,
    .severity = Severity::Error,
    .summary = {"行首是全角空格或不间断空格。",
                "A line begins with full-width or no-break spaces."},
    .rationale = {"全角空格是文字，不是缩进，这一行会并入上一行。用半角空格缩进。",
                  "A full-width space is text, not indentation, so the line joins the one before. "
                  "Indent with ordinary spaces."},
    .source = {"《文件格式》：YAML的标点是半角的", "the file formats: YAML's marks are half-width"},
    .fields = {},
    .fixes = true,
    .bad = R"yaml(# file: lists/310104/social-assistance.yaml item 6
    note: 本市试行
　　extent: 全文
)yaml",
    .good = R"yaml(# file: lists/310104/social-assistance.yaml item 6
    note: 本市试行
    extent: 全文
)yaml",
    .check_file = check,
};

}  // namespace catalog
