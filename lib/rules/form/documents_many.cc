#include "rules/problems.h"

namespace catalog {

namespace {

void check(const FileContext& file, Reporter& out) {
  report_syntax(file, yaml::SyntaxKind::Documents, out);
}

}  // namespace

extern const Rule documents_many_rule{
    .name = "documents-many",
    .title = {"一个文件有多份文档", "several documents in one file"},
    .family = Family::Form,
    .severity = Severity::Error,
    .summary = {"文件里用“---”隔出了第二份文档。",
                "The file holds a second document behind `---`."},
    .rationale =
        {"一个文件只放一份文档，第二份会被漏掉。把它移到另一个文件。",
         "A file holds one document, a second would be lost. Move it to a file of its own."},
    .source = {"《文件格式》：文件是一份UTF-8编码的YAML文档",
               "the file formats: a file is one YAML document in UTF-8"},
    .fields = {},
    .bad = R"yaml(# file: lists/310104/social-assistance.yaml
kind: list
domain: social-assistance
---
kind: list
domain: elderly-care
)yaml",
    .good = R"yaml(# file: lists/310104/social-assistance.yaml item 6
    note: 一个文件只有一份文档
)yaml",
    .check_file = check,
};

}  // namespace catalog
