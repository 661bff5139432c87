#include "rules/adoption_checks.h"
#include "rules/demand.h"
#include "rules/rule.h"
#include "rules/views.h"
#include "text/similarity.h"

namespace catalog {

namespace {

/// Reports a code that the units file lacks; there is nothing to say without a units file.
Finding* report_unknown(const RuleContext& context, Symbol file, const Text& code, Reporter& out) {
  const UnitTable& units = context.workspace().units;
  if (units.empty() || code.empty() || units.find(code.value)) return nullptr;
  Finding& finding =
      out.add({file, code.span},
              say({"单位表里没有代码“{}”", "the units file has no code “{}”"}, code.view()));
  finding.values.emplace_back(code.view());
  finding.label = say({"单位", "unit"});
  const Unit* named = units.by_name(code.view());
  const auto meant =
      named ? std::optional(named->code.view()) : did_you_mean(code.view(), units.codes());
  if (meant) {
    finding.advice = say({"是否应为“{}”（{}）？", "did you mean “{}” ({})?"}, *meant,
                         units.find(Symbol::of(*meant))->name.view());
  } else {
    finding.advice = say(
        {"改正代码，或在单位表里补上这个单位", "mend the code, or add the unit to the units file"});
  }
  return &finding;
}

void check_catalogue(const CatalogueView& view, Reporter& out) {
  const auto check = [&](const Text& code, std::string_view field) {
    if (Finding* finding = report_unknown(view.context, view.head.file, code, out)) {
      finding->address = view.address;
      finding->field = field;
    }
  };
  if (view.list) check(view.list->unit, "unit");
  if (!view.standard) return;
  for (const Text& code : view.standard->drafted_by) check(code, "drafted_by");
}

void check_workspace(const RuleContext& context, Reporter& out) {
  const Workspace& workspace = context.workspace();
  for (const Pairing& pairing : workspace.config.pairings) {
    for (const Text* code : {&pairing.department, &pairing.district, &pairing.confirms}) {
      if (Finding* finding = report_unknown(context, workspace.config.file, *code, out))
        finding->field = "pairings[" + std::string(pairing.domain.view()) + "]";
    }
  }
  for (const Adoption& adoption : workspace.adoptions) {
    if (Finding* finding = report_unknown(context, adoption.file, adoption.unit, out)) {
      finding->address = adoption_address(adoption);
      finding->field = "unit";
    }
  }
  for (const Unit& unit : workspace.units.all()) {
    if (Finding* finding = report_unknown(context, workspace.units.path(), unit.parent, out))
      finding->field = "units[" + std::string(unit.code.view()) + "].parent";
  }
}

constexpr std::string_view kFields[] = {"unit", "drafted_by", "pairings", "parent"};

}  // namespace

extern const Rule unit_unknown_rule{
    .name = "unit-unknown",
    .title = {"单位表中没有的单位", "unknown unit"},
    .family = Family::Reference,
    .severity = Severity::Error,
    .summary = {"清单、采用、起草单位、结对或上级单位的代码不在单位表里。",
                "The code of a list's or adoption's unit, a drafting unit, a paired unit or a "
                "parent is not in "
                "the units file."},
    .rationale = {"单位按代码认定，名称会改，代码不变。改正代码，或在单位表里补上这个单位。",
                  "Units are known by their codes; names may change, codes do not. Mend the code, "
                  "or add the unit."},
    .source = {"GB/T 2260和国家统计局统计用区划代码；单位表",
               "GB/T 2260 and the statistics office's codes; the units file"},
    .fields = kFields,
    .bad = R"yaml(# file: catalog.yaml
kind: workspace
title: 示例目录
version: "2020.1"
guidelines: guidelines
units: units.yaml
legal: legal.yaml
pairings:
  - {domain: social-assistance, department: civil-affair, district: "310104"}
)yaml",
    .good = R"yaml(# file: catalog.yaml
kind: workspace
title: 示例目录
version: "2020.1"
guidelines: guidelines
units: units.yaml
legal: legal.yaml
pairings:
  - {domain: social-assistance, department: civil-affairs, district: "310104"}
)yaml",
    .check_catalogue = check_catalogue,
    .check_workspace = check_workspace,
};

}  // namespace catalog
