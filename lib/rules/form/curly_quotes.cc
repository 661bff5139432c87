#include "rules/problems.h"

namespace catalog {

namespace {

void check(const FileContext& file, Reporter& out) {
  report_slips(file, yaml::SlipKind::CurlyQuotes, out);
}

}  // namespace

extern const Rule curly_quotes_rule{
    .name = "curly-quotes",
    .title = {"用了中文引号", "curly quotes"},
    .family = Family::Form,
    .severity = Severity::Error,
    .summary = {"整个值用“”或‘’括起来。", "A whole value stands between “ ” or ‘ ’."},
    .rationale =
        {"中文引号是文字的一部分，会公布出来。用英文双引号，或不用引号。",
         "Curly quotes become part of the text and are published. Use straight quotes, or none."},
    .source = {"《文件格式》：YAML的标点是半角的", "the file formats: YAML's marks are half-width"},
    .fields = {},
    .fixes = true,
    .bad = R"yaml(# file: lists/310104/social-assistance.yaml item 6
    note: “本市试行”
)yaml",
    .good = R"yaml(# file: lists/310104/social-assistance.yaml item 6
    note: "本市试行"
)yaml",
    .check_file = check,
};

}  // namespace catalog
