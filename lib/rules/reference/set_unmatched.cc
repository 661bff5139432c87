#include "rules/adoption_checks.h"
#include "rules/rule.h"
#include "workspace/adoption_review.h"

namespace catalog {

namespace {

void check(const RuleContext& context, Reporter& out) {
  for (const Adoption& adoption : context.workspace().adoptions) {
    for (const AdoptionSet* set : unmatched_sets(context.workspace(), adoption, context.as_of())) {
      if (!set->match.present() || !set->to.present()) continue;  // said of its form
      Finding& finding = report_set(adoption, *set, "match", set->match->span,
                                    say({"没有符合条件的事项", "no item matches"}), out);
      finding.advice = say({"照标准的文字改正条件，或删去这一条",
                            "mend the match after the standard's words, or remove the change"});
    }
  }
}

constexpr std::string_view kFields[] = {"set", "match"};

}  // namespace

extern const Rule set_unmatched_rule{
    .name = "set-unmatched",
    .title = {"本地调整没有对应的事项", "local change that matches nothing"},
    .family = Family::Reference,
    .severity = Severity::Error,
    .summary = {"“本地调整”的条件没有一个事项符合。", "No item matches a local change."},
    .rationale = {"没有对应的调整不会起作用。文字须与标准完全一致；标准改了的，按新文字改。",
                  "A change that matches nothing has no effect. The value must be the standard's "
                  "exactly; where the standard was changed, follow it."},
    .source = {"《文件格式》：采用", "the file formats: adoption"},
    .fields = kFields,
    .bad = R"yaml(# file: adoptions/310104.yaml
kind: adoption
unit: "310104"
standards: [{domain: social-assistance, version: "2020.1"}]
set:
  - match: {domain: social-assistance, topic: 最低生活保证}
    to: {deadline: 制定或获取信息之日起7个工作日内}
)yaml",
    .good = R"yaml(# file: adoptions/310104.yaml
kind: adoption
unit: "310104"
standards: [{domain: social-assistance, version: "2020.1"}]
set:
  - match: {domain: social-assistance, id: "6"}
    to: {deadline: 制定或获取信息之日起7个工作日内}
)yaml",
    .check_workspace = check,
};

}  // namespace catalog
