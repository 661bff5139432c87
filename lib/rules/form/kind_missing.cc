#include "rules/problems.h"

namespace catalog {

namespace {

void check(const FileContext& file, Reporter& out) {
  if (file.view().tree.empty()) return;
  each_problem(file, ProblemKind::KindMissing, [&](const Problem& problem) {
    const bool absent = problem.given.empty();
    Finding& finding = report_problem(
        file, problem,
        absent ? say({"没有写明文件类型", "the file does not say its kind"})
               : say({"文件类型“{}”不对", "the kind “{}” is not right here"}, problem.given),
        out);
    finding.field = "kind";
    if (problem.suggestion.empty()) return;
    const std::string_view key = file.view().language == Lang::Zh ? "类型" : "kind";
    finding.advice =
        say({"第一行写“{}: {}”", "begin the file with `{}: {}`"}, key, problem.suggestion);
  });
}

constexpr std::string_view kFields[] = {"kind"};

}  // namespace

extern const Rule kind_missing_rule{
    .name = "kind-missing",
    .title = {"缺少文件类型", "kind of file missing"},
    .family = Family::Form,
    .severity = Severity::Error,
    .summary = {"文件没有用“kind”（类型）说明是什么，或不是此处所要的一种。",
                "The file does not say by `kind` what it is, or is not of the kind wanted here."},
    .rationale =
        {"决定怎样读取一个文件的是它的类型，不是它的位置。第一个键写kind。",
         "What a file is depends on its kind, not on its place. Make `kind` its first key."},
    .source = {"《文件格式》：第一个键是kind", "the file formats: the first key is `kind`"},
    .fields = kFields,
    .bad = R"yaml(# file: lists/civil-affairs/social-assistance.yaml
domain: social-assistance
unit: civil-affairs
version: "2020.1"
)yaml",
    .good = R"yaml(# file: lists/310104/social-assistance.yaml item 6
    note: 文件的第一个键是kind
)yaml",
    .check_file = check,
};

}  // namespace catalog
