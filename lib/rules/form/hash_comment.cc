#include "rules/problems.h"

namespace catalog {

namespace {

void check(const FileContext& file, Reporter& out) {
  report_slips(file, yaml::SlipKind::HashComment, out);
}

}  // namespace

extern const Rule hash_comment_rule{
    .name = "hash-comment",
    .title = {"“#”把后面的文字变成了注释", "# that cuts a text off"},
    .family = Family::Form,
    .severity = Severity::Warning,
    .summary = {"文字里空格后的“#”开始了注释，后面的文字丢失。",
                "A # behind a space begins a comment, so the rest of the text is lost."},
    .rationale = {"地址、编号里的“#”常被当成注释。把整段文字用英文双引号括起来。",
                  "Addresses and numbers hold #. Put the whole text in double quotes."},
    .source = {"《文件格式》：YAML的标点是半角的", "the file formats: YAML's marks are half-width"},
    .fields = {},
    .fixes = true,
    .bad = R"yaml(# file: lists/310104/social-assistance.yaml item 6
    note: 徐汇区南宁路999 #2号楼
)yaml",
    .good = R"yaml(# file: lists/310104/social-assistance.yaml item 6
    note: "徐汇区南宁路999 #2号楼"
)yaml",
    .check_file = check,
};

}  // namespace catalog
