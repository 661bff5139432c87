#include "rules/problems.h"

namespace catalog {

namespace {

void check(const FileContext& file, Reporter& out) {
  each_problem(file, ProblemKind::KeyUnknown, [&](const Problem& problem) {
    Finding& finding = report_problem(file, problem,
                                      say({"“{1}”没有“{0}”这个键", "“{0}” is no key of {1}"},
                                          problem.given, problem.record->name),
                                      out);
    if (problem.suggestion.empty()) {
      finding.advice =
          say({"删去，或改成本工具的键", "remove it, or use a key of the field table"});
      return;
    }
    finding.advice = say({"是否应为“{}”？", "did you mean “{}”?"}, problem.suggestion);
    finding.fix = replacement(problem, problem.suggestion, false);
  });
}

}  // namespace

extern const Rule key_unknown_rule{
    .name = "key-unknown",
    .title = {"不认识的键", "unknown key"},
    .family = Family::Form,
    .severity = Severity::Error,
    .summary = {"键不在这类文件的字段表里。", "The key is none of this kind of file."},
    .rationale =
        {"写错的键会使后面的内容被忽略。改成字段表里的键；原表特有的栏目放在“其他列”（extra）下。",
         "What stands behind a misspelt key is ignored. Use a key of the field table; columns of "
         "your own go below `extra`."},
    .source = {"《文件格式》：字段表", "the file formats: the field table"},
    .fields = {},
    .bad = R"yaml(# file: lists/310104/social-assistance.yaml item 6
    subtopc: 审批信息
)yaml",
    .good = R"yaml(# file: lists/310104/social-assistance.yaml item 6
    subtopic: 审批信息
)yaml",
    .check_file = check,
};

}  // namespace catalog
