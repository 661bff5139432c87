#include "rules/adoption_checks.h"
#include "rules/rule.h"
#include "text/similarity.h"

namespace catalog {

namespace {

void check(const RuleContext& context, Reporter& out) {
  const Workspace& workspace = context.workspace();
  for (const Adoption& adoption : workspace.adoptions) {
    if (adoption.extends.empty() || workspace.adoption(adoption.extends.value)) continue;
    const Unit* unit = workspace.units.find(adoption.extends.value);
    Finding& finding = report_adoption(
        adoption, "extends", adoption.extends,
        unit ? say({"{}没有采用，不能沿用", "{} has no adoption to rest on"}, unit->name.view())
             : say({"单位表里没有代码“{}”", "the units file has no code “{}”"},
                   adoption.extends.view()),
        out);
    const auto meant =
        unit ? std::nullopt : did_you_mean(adoption.extends.view(), workspace.units.codes());
    finding.advice = meant ? say({"是否应为“{}”（{}）？", "did you mean “{}” ({})?"}, *meant,
                                 workspace.units.find(Symbol::of(*meant))->name.view())
                           : say({"改正单位代码，或先用 catalog adopt 建立它的采用",
                                  "mend the code, or make its adoption with catalog adopt"});
  }
}

constexpr std::string_view kFields[] = {"extends"};

}  // namespace

extern const Rule extends_unknown_rule{
    .name = "extends-unknown",
    .title = {"沿用的单位没有采用", "extends a unit without adoption"},
    .family = Family::Reference,
    .severity = Severity::Error,
    .summary = {"采用所沿用的单位没有采用，或就是本单位。",
                "The unit that an adoption extends has no adoption, or is the unit itself."},
    .rationale = {"沿用要有可沿用的内容。改正单位代码，或先给那个单位建立采用（catalog adopt）。",
                  "There must be something to rest on. Mend the code, or make that unit's adoption "
                  "first (catalog adopt)."},
    .source = {"《文件格式》：采用", "the file formats: adoption"},
    .fields = kFields,
    .bad = R"yaml(# file: adoptions/310104.yaml
kind: adoption
unit: "310104"
standards: [{domain: social-assistance, version: "2020.1"}]
extends: "310115"
)yaml",
    .good = R"yaml(# file: adoptions/310104.yaml
kind: adoption
unit: "310104"
standards: [{domain: social-assistance, version: "2020.1"}]
# file: adoptions/310104003.yaml
kind: adoption
unit: "310104003"
extends: "310104"
)yaml",
    .check_workspace = check,
};

}  // namespace catalog
