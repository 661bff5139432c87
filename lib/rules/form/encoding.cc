#include "rules/problems.h"

namespace catalog {

namespace {

void check(const FileContext& file, Reporter& out) {
  report_syntax(file, yaml::SyntaxKind::Encoding, out);
}

}  // namespace

extern const Rule encoding_rule{
    .name = "encoding",
    .title = {"文件编码错误", "wrong encoding"},
    .family = Family::Form,
    .severity = Severity::Error,
    .summary = {"文件不是UTF-8编码，或含有不应出现的控制字符。",
                "The file is not UTF-8, or holds characters that no text file may hold."},
    .rationale = {"记事本、旧版WPS等默认存成GB18030或UTF-"
                  "16，别的软件读出来是乱码。用“另存为”选择UTF-8编码保存。",
                  "Some editors save as GB18030 or UTF-16, which others read as garbage. Save the "
                  "file as UTF-8."},
    .source = {"《文件格式》：文件是一份UTF-8编码的YAML文档",
               "the file formats: a file is one YAML document in UTF-8"},
    .fields = {},
    .bad =
        "# file: lists/310104/social-assistance.yaml\n"
        "kind: list\n"
        "title: \xC9\xE7\xBB\xE1\xBE\xC8\xD6\xFA\n",
    .good = R"yaml(# file: lists/310104/social-assistance.yaml item 6
    note: 本文件以UTF-8编码保存
)yaml",
    .check_file = check,
};

}  // namespace catalog
