#include <algorithm>

#include "rules/adoption_checks.h"
#include "rules/rule.h"
#include "workspace/adoption_chain.h"

namespace catalog {

namespace {

/// Whether a unit of this level (a district for its streets and towns too) would have an item of
/// it.
bool concerns(const Workspace& workspace, const Standard& standard, Level level) {
  return std::ranges::any_of(standard.items, [&](const StandardItem& item) {
    const LevelSet levels = workspace.vocabulary.levels(item.levels);
    return levels.has(level) || (level == Level::District && levels.has(Level::Street));
  });
}

bool is_excluded(const AdoptionChain& chain, Symbol domain) {
  return std::ranges::any_of(chain.layers, [&](const Adoption* layer) {
    return std::ranges::any_of(layer->exclude, [&](const Exclusion& exclusion) {
      return exclusion.item.empty() && exclusion.domain.value == domain;
    });
  });
}

void check(const RuleContext& context, Reporter& out) {
  const Workspace& workspace = context.workspace();
  for (const Adoption& adoption : workspace.adoptions) {
    const Unit* unit = workspace.units.find(adoption.unit.value);
    const auto level = unit ? workspace.units.level(*unit) : std::nullopt;
    if (!level || *level == Level::City || adoption.standards.empty()) continue;
    const AdoptionChain chain = adoption_chain(workspace, *unit);
    for (const Standard& standard : workspace.standards) {
      const Symbol domain = standard.domain.value;
      if (chain.standard(domain) || is_excluded(chain, domain) ||
          !concerns(workspace, standard, *level))
        continue;
      const Text& last = adoption.standards.back().version;
      Finding& finding =
          report_adoption(adoption, "standards", Text{{}, {last.span.end, last.span.end}},
                          say({"没有采用{}领域的标准", "the standard of {} is not adopted"},
                              workspace.domain_name(domain)),
                          out);
      finding.values.emplace_back(domain.view());
      finding.demand =
          Demand{say({"{}领域的标准", "the standard of {}"}, workspace.domain_name(domain)),
                 {standard.file, standard.domain.span},
                 {"标准", "standard"}};
      finding.advice = say({"用 catalog adopt {0} 补上，或在“不采用”里写明领域{1}和理由",
                            "add it with catalog adopt {0}, or exclude the domain {1} with the "
                            "reason"},
                           adoption.unit.view(), domain.view());
    }
  }
}

constexpr std::string_view kFields[] = {"standards", "exclude"};

}  // namespace

extern const Rule adoption_incomplete_rule{
    .name = "adoption-incomplete",
    .title = {"有标准没有采用", "standard not adopted"},
    .family = Family::Reference,
    .severity = Severity::Warning,
    .summary =
        {"一个领域已有标准，单位的采用既没有采用它，也没有写明不采用的理由。",
         "There is a standard that an adoption neither takes over nor excludes with a reason."},
    .rationale = {"标准是全市的。采用它（catalog adopt "
                  "可补上），或在“不采用”里写明领域和理由。只对写了采用标准的单位检查。",
                  "Standards are for the whole city. Take it over (catalog adopt adds it), or "
                  "exclude the domain with the reason. Checked where an adoption names standards."},
    .source = {"沪府办〔2020〕20号第三部分", "沪府办〔2020〕20号, part three"},
    .fields = kFields,
    .bad = R"yaml(# file: adoptions/310104.yaml
kind: adoption
unit: "310104"
standards: [{domain: social-assistance, version: "2020.1"}]
# file: standards/budgets.yaml
kind: standard
domain: budgets
version: "2020.1"
drafted_by: [civil-affairs, "310104"]
items:
  - id: "1"
    topic: 财政预算
    elements: [政府预算]
    basis: [《中华人民共和国政府信息公开条例》（国务院令第711号）]
    deadline: 批准或者批复后20日内
    publisher: <区>财政局
    channels: [政府网站]
    audience: 全社会
    mode: 主动
    levels: [区级]
# file: catalog.yaml
kind: workspace
title: 示例目录
version: "2020.1"
guidelines: guidelines
units: units.yaml
legal: legal.yaml
domains:
  - {domain: social-assistance, status: 保留}
  - {domain: budgets, status: 保留}
pairings:
  - {domain: social-assistance, department: civil-affairs, district: "310104"}
)yaml",
    .good = R"yaml(# file: adoptions/310104.yaml
kind: adoption
unit: "310104"
standards: [{domain: social-assistance, version: "2020.1"}]
exclude:
  - {domain: budgets, reason: 由市财政局统一公开}
# file: standards/budgets.yaml
kind: standard
domain: budgets
version: "2020.1"
drafted_by: [civil-affairs, "310104"]
items:
  - id: "1"
    topic: 财政预算
    elements: [政府预算]
    basis: [《中华人民共和国政府信息公开条例》（国务院令第711号）]
    deadline: 批准或者批复后20日内
    publisher: <区>财政局
    channels: [政府网站]
    audience: 全社会
    mode: 主动
    levels: [区级]
# file: catalog.yaml
kind: workspace
title: 示例目录
version: "2020.1"
guidelines: guidelines
units: units.yaml
legal: legal.yaml
domains:
  - {domain: social-assistance, status: 保留}
  - {domain: budgets, status: 保留}
pairings:
  - {domain: social-assistance, department: civil-affairs, district: "310104"}
)yaml",
    .check_workspace = check,
};

}  // namespace catalog
