#include "rules/problems.h"

namespace catalog {

namespace {

void check(const FileContext& file, Reporter& out) {
  each_problem(file, ProblemKind::KeyDoubled, [&](const Problem& problem) {
    const SourceText& text = file.view().text;
    report_problem(
        file, problem,
        say({"键“{}”写了两次，第一次在第{}行", "the key “{}” is given twice, first in line {}"},
            problem.given, text.line_of({problem.other.begin})),
        out)
        .advice = say({"留下一个，删去另一个", "keep one of the two"});
  });
}

}  // namespace

extern const Rule key_doubled_rule{
    .name = "key-doubled",
    .title = {"键重复", "doubled key"},
    .family = Family::Form,
    .severity = Severity::Error,
    .summary = {"同一个键写了两次。", "The same key is given twice."},
    .rationale = {"两次写的内容不知以哪个为准，只读第一次的。留下一个。",
                  "It is not known which of the two counts; only the first is read. Keep one."},
    .source = {"《文件格式》：字段表", "the file formats: the field table"},
    .fields = {},
    .bad = R"yaml(# file: lists/310104/social-assistance.yaml item 6
    note: 第一次
    note: 第二次
)yaml",
    .good = R"yaml(# file: lists/310104/social-assistance.yaml item 6
    note: 只写一次
)yaml",
    .check_file = check,
};

}  // namespace catalog
