#include "rules/problems.h"

namespace catalog {

namespace {

void check(const FileContext& file, Reporter& out) {
  if (file.view().syntax || !file.view().tree.empty()) return;
  out.add(file.place({}), say({"文件是空的", "the file is empty"})).advice =
      say({"第一行写上文件类型，如“kind: list”，或删除这个文件",
           "begin it with its kind, as `kind: list`, or remove the file"});
}

constexpr std::string_view kFields[] = {"kind"};

}  // namespace

extern const Rule file_empty_rule{
    .name = "file-empty",
    .title = {"空文件", "empty file"},
    .family = Family::Form,
    .severity = Severity::Error,
    .summary = {"文件没有内容，或只有注释。", "The file has no content, or only comments."},
    .rationale = {"空文件常是误存的结果。写上内容，或把文件删除。",
                  "An empty file is mostly an accident. Write it, or remove it."},
    .source = {"《文件格式》：文件是一份UTF-8编码的YAML文档",
               "the file formats: a file is one YAML document in UTF-8"},
    .fields = kFields,
    .bad = R"yaml(# file: lists/civil-affairs/social-assistance.yaml
# 市民政局的事项清单
)yaml",
    .good = R"yaml(# file: lists/310104/social-assistance.yaml item 6
    note: 文件有内容
)yaml",
    .check_file = check,
};

}  // namespace catalog
