#include "rules/problems.h"

namespace catalog {

namespace {

void check(const FileContext& file, Reporter& out) {
  report_syntax(file, yaml::SyntaxKind::Limit, out);
}

}  // namespace

extern const Rule file_limit_rule{
    .name = "file-limit",
    .title = {"文件超出限度", "file beyond the limits"},
    .family = Family::Form,
    .severity = Severity::Error,
    .summary =
        {"文件太大、嵌套太深或引用太多，不予读取。",
         "The file is too large, too deeply nested or has too many aliases, and is not read."},
    .rationale =
        {"正常的目录不会超出这些限度；超出的多半是误存或有意破坏。把大文件按领域或单位分开。",
         "No catalogue reaches these limits; what does is broken or meant to do harm. Divide large "
         "files by domain or unit."},
    .source = {"《文件格式》：文件是一份UTF-8编码的YAML文档",
               "the file formats: a file is one YAML document in UTF-8"},
    .fields = {},
    .bad = R"yaml(# file: lists/310104/social-assistance.yaml
kind: list
domain: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]
)yaml",
    .good = R"yaml(# file: lists/310104/social-assistance.yaml item 6
    note: 嵌套不超过64层
)yaml",
    .check_file = check,
};

}  // namespace catalog
