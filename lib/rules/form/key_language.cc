#include "rules/problems.h"

namespace catalog {

namespace {

void check(const FileContext& file, Reporter& out) {
  each_problem(file, ProblemKind::KeyLanguage, [&](const Problem& problem) {
    Finding& finding =
        report_problem(file, problem,
                       say({"键“{}”与本文件的其他键不是同一种语言",
                            "the key “{}” is not in the language of the file's other keys"},
                           problem.given),
                       out);
    finding.advice = say({"改为“{}”", "write “{}”"}, problem.suggestion);
    finding.fix = replacement(problem, problem.suggestion, true);
  });
}

}  // namespace

extern const Rule key_language_rule{
    .name = "key-language",
    .title = {"键的语言不一致", "keys in two languages"},
    .family = Family::Form,
    .severity = Severity::Error,
    .summary = {"英文键的文件里有中文键，或相反。",
                "A Chinese key in a file of English keys, or the reverse."},
    .rationale = {"键可以用英文或中文，但一个文件只用一种，便于查找和合并。以第一个键的语言为准。",
                  "Keys may be English or Chinese, but one file uses one language, so that it can "
                  "be searched and merged. The first key decides."},
    .source = {"《文件格式》：一个文件只用一种语言的键",
               "the file formats: a file uses one language"},
    .fields = {},
    .fixes = true,
    .bad = R"yaml(# file: lists/310104/social-assistance.yaml item 6
    备注: 本市试行
)yaml",
    .good = R"yaml(# file: lists/310104/social-assistance.yaml item 6
    note: 本市试行
)yaml",
    .check_file = check,
};

}  // namespace catalog
