#include "rules/problems.h"

namespace catalog {

namespace {

void check(const FileContext& file, Reporter& out) {
  each_problem(file, ProblemKind::ConflictUnsettled, [&](const Problem& problem) {
    const Phrase key = key_phrase(file, *problem.field);
    report_problem(file, problem,
                   say({"“{}”还有没有处理的冲突：部门和区的写法不同",
                        "“{}” holds an unsettled conflict: department and district differ"},
                       key),
                   out)
        .advice = say({"双方商定后，把整个“{{冲突: …}}”换成采用的写法；或重新合并并指定取舍，如 "
                       "catalog merge --resolve {0}=stricter（从严）、{0}=department（从部门）、"
                       "{0}=district（从区）",
                       "once both agree, put the value that holds in the place of the whole "
                       "{{conflict: …}}; or merge again with --resolve {0}=stricter, "
                       "{0}=department or {0}=district"},
                      problem.field->key.en);
  });
}

}  // namespace

extern const Rule conflict_unsettled_rule{
    .name = "conflict-unsettled",
    .title = {"冲突没有处理", "unsettled conflict"},
    .family = Family::Form,
    .severity = Severity::Error,
    .summary = {"合并留下的“{冲突: {原文, 部门, 区}}”还在文件里。",
                "A {conflict: {base, department, district}} that merging left is still in the "
                "file."},
    .rationale = {"标准目录的每一栏只能有一种写法。双方商定后写上采用的一种，删去其余。",
                  "Each field of a standard has one value. Agree on one and write it in the place "
                  "of the alternatives."},
    .source = {"沪府办〔2020〕20号第三部分：结对编制、标准确认；《文件格式》",
               "沪府办〔2020〕20号, part three: drafting in pairs and confirmation; the file "
               "formats"},
    .fields = {},
    .bad = R"yaml(# file: lists/310104/social-assistance.yaml item 6
    deadline: {conflict: {base: 20个工作日内, department: 30个工作日内, district: 10个工作日内}}
)yaml",
    .good = R"yaml(# file: lists/310104/social-assistance.yaml item 6
    deadline: 制定或获取信息之日起10个工作日内
)yaml",
    .check_file = check,
};

}  // namespace catalog
