#include "rules/adoption_checks.h"
#include "rules/rule.h"
#include "workspace/adoption_review.h"

namespace catalog {

namespace {

void report(const Adoption& adoption, const Text& what, Message message, Reporter& out) {
  Finding& finding = report_adoption(adoption, "exclude", what, std::move(message), out);
  finding.advice = say({"改正编号，或删去这一条", "mend the id, or remove the exclusion"});
}

void check_one(const Workspace& workspace, const Adoption& adoption, const Exclusion& exclusion,
               Reporter& out) {
  if (exclusion.item.empty()) {
    if (exclusion.domain.empty()) {
      report(adoption, exclusion.reason,
             say({"没有写不采用哪一事项（item）或领域（domain）",
                  "the exclusion names neither an item nor a domain"}),
             out);
    } else if (!workspace.standard(exclusion.domain.value)) {
      report(adoption, exclusion.domain,
             say({"没有领域“{}”的标准目录", "there is no standard of the domain “{}”"},
                 exclusion.domain.view()),
             out);
    }
    return;
  }
  const std::string_view text = exclusion.item.view();
  const size_t slash = text.find('/');
  if (slash == text.npos) return;  // said of its form
  if (item_exists(workspace, adoption, Symbol::of(text.substr(0, slash)),
                  Symbol::of(text.substr(slash + 1))))
    return;
  report(adoption, exclusion.item,
         say({"标准里没有事项“{}”", "the standard has no item “{}”"}, text), out);
}

void check(const RuleContext& context, Reporter& out) {
  for (const Adoption& adoption : context.workspace().adoptions) {
    for (const Exclusion& exclusion : adoption.exclude)
      check_one(context.workspace(), adoption, exclusion, out);
  }
}

constexpr std::string_view kFields[] = {"exclude"};

}  // namespace

extern const Rule exclusion_unknown_rule{
    .name = "exclusion-unknown",
    .title = {"不采用的事项不存在", "exclusion of an unknown item"},
    .family = Family::Reference,
    .severity = Severity::Error,
    .summary = {"“不采用”所列的事项或领域不存在，或没有写是哪一项。",
                "An exclusion names an item or domain that there is not, or none."},
    .rationale = {"多半是编号写错，或新版标准里已经没有。改正编号，或删去这一条。",
                  "Mostly a wrong id, or the new version has it no more. Mend the id, or remove "
                  "the exclusion."},
    .source = {"《文件格式》：采用", "the file formats: adoption"},
    .fields = kFields,
    .bad = R"yaml(# file: adoptions/310104.yaml
kind: adoption
unit: "310104"
standards: [{domain: social-assistance, version: "2020.1"}]
exclude:
  - {item: social-assistance/7, reason: 本区没有}
)yaml",
    .good = R"yaml(# file: adoptions/310104.yaml
kind: adoption
unit: "310104"
standards: [{domain: social-assistance, version: "2020.1"}]
exclude:
  - {item: social-assistance/6, reason: 由市民政局统一公开}
)yaml",
    .check_workspace = check,
};

}  // namespace catalog
