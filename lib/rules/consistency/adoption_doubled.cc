#include <algorithm>
#include <unordered_map>

#include "rules/adoption_checks.h"
#include "rules/rule.h"

namespace catalog {

namespace {

void check_units(const Workspace& workspace, Reporter& out) {
  for (const Adoption& adoption : workspace.adoptions) {
    const Adoption* first = workspace.adoption(adoption.unit.value);
    if (adoption.unit.empty() || first == &adoption) continue;
    Finding& finding = report_adoption(
        adoption, "unit", adoption.unit,
        say({"单位“{}”已有一份采用：{}", "the unit “{}” has an adoption already: {}"},
            adoption.unit.view(), first->file.view()),
        out);
    finding.values.emplace_back(adoption.file.view());
    finding.demand = Demand{say({"先写的一份", "the first one"}),
                            {first->file, first->unit.span},
                            {"采用", "adoption"}};
    finding.advice = say({"合成一份，或改正单位", "make one of the two, or mend the unit"});
  }
}

void check(const RuleContext& context, Reporter& out) {
  const Workspace& workspace = context.workspace();
  check_units(workspace, out);
  for (const Adoption& adoption : workspace.adoptions) {
    std::unordered_map<Symbol, const AdoptedStandard*> seen;
    for (const AdoptedStandard& entry : adoption.standards) {
      const auto [first, fresh] = seen.emplace(entry.domain.value, &entry);
      if (fresh || entry.domain.empty()) continue;
      Finding& finding = report_adoption(
          adoption, "standards", entry.domain,
          say({"领域“{}”写了两次", "the domain “{}” is named twice"}, entry.domain.view()), out);
      finding.demand = Demand{say({"先写的一条", "the first entry"}),
                              {adoption.file, first->second->span},
                              {"采用", "adoption"}};
      finding.advice = say({"只留一条", "keep one entry"});
    }
  }
}

constexpr std::string_view kFields[] = {"unit", "standards"};

}  // namespace

extern const Rule adoption_doubled_rule{
    .name = "adoption-doubled",
    .title = {"重复的采用", "doubled adoption"},
    .family = Family::Consistency,
    .severity = Severity::Error,
    .summary = {"一个单位有两份采用，或一份采用里同一领域写了两次。",
                "Two adoptions of one unit, or one domain named twice in an adoption."},
    .rationale = {"不知以哪一份为准。只留一份、一条。", "It is not known which counts. Keep one."},
    .source = {"《文件格式》：采用", "the file formats: adoption"},
    .fields = kFields,
    .bad = R"yaml(# file: adoptions/310104.yaml
kind: adoption
unit: "310104"
standards: [{domain: social-assistance, version: "2020.1"}]
# file: more/310104.yaml
kind: adoption
unit: "310104"
standards: [{domain: social-assistance, version: "2020.1"}]
)yaml",
    .good = R"yaml(# file: adoptions/310104.yaml
kind: adoption
unit: "310104"
standards: [{domain: social-assistance, version: "2020.1"}]
)yaml",
    .check_workspace = check,
};

}  // namespace catalog
