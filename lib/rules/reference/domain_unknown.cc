#include "rules/demand.h"
#include "rules/rule.h"
#include "rules/views.h"
#include "text/similarity.h"

namespace catalog {

namespace {

std::vector<std::string_view> known_domains(const Workspace& workspace) {
  std::vector<std::string_view> out;
  for (const Guideline& guideline : workspace.guidelines) out.push_back(guideline.domain.view());
  for (const DomainEntry& entry : workspace.config.domains) out.push_back(entry.domain.view());
  return out;
}

Finding* report_unknown(const RuleContext& context, Symbol file, const Text& domain,
                        Reporter& out) {
  const Workspace& workspace = context.workspace();
  // Bare files belong to no workspace that could list their domains.
  if (domain.empty() || workspace.config.file.empty()) return nullptr;
  if (workspace.guideline(domain.value)) return nullptr;
  if (workspace.domain_entry(domain.value)) return nullptr;
  Finding& finding =
      out.add({file, domain.span}, say({"没有领域“{}”", "there is no domain “{}”"}, domain.view()));
  finding.values.emplace_back(domain.view());
  finding.label = say({"领域", "domain"});
  const auto meant = did_you_mean(domain.view(), known_domains(workspace));
  finding.advice = meant
                       ? say({"是否应为“{}”（{}）？", "did you mean “{}” ({})?"}, *meant,
                             workspace.domain_name(Symbol::of(*meant)))
                       : say({"改正领域代号，或在catalog.yaml的domains里列出这个领域",
                              "mend the name, or list the domain under `domains` in catalog.yaml"});
  return &finding;
}

void check_catalogue(const CatalogueView& view, Reporter& out) {
  if (Finding* finding = report_unknown(view.context, view.head.file, view.head.domain, out)) {
    finding->address = view.address;
    finding->field = "domain";
  }
}

void check_workspace(const RuleContext& context, Reporter& out) {
  const Workspace& workspace = context.workspace();
  for (const Pairing& pairing : workspace.config.pairings) {
    if (Finding* finding = report_unknown(context, workspace.config.file, pairing.domain, out))
      finding->field = "pairings";
  }
  for (const Unit& unit : workspace.units.all()) {
    for (const Text& domain : unit.domains) {
      if (Finding* finding = report_unknown(context, workspace.units.path(), domain, out))
        finding->field = "units[" + std::string(unit.code.view()) + "].domains";
    }
  }
}

constexpr std::string_view kFields[] = {"domain", "domains", "pairings"};

}  // namespace

extern const Rule domain_unknown_rule{
    .name = "domain-unknown",
    .title = {"没有的领域", "unknown domain"},
    .family = Family::Reference,
    .severity = Severity::Error,
    .summary =
        {"领域既没有标准指引，也没有在工作区的“领域”里列出。",
         "A domain that has no guideline and is not listed under the workspace's `domains`."},
    .rationale = {"领域代号写错，指引的要求就对不上。改正代号；指引以外的领域在catalog."
                  "yaml的domains里列出。",
                  "With a wrong name the guideline's demands are not checked. Mend it; list "
                  "domains without a guideline under `domains` in catalog.yaml."},
    .source = {"《文件格式》：领域", "the file formats: domains"},
    .fields = kFields,
    .bad = R"yaml(# file: catalog.yaml
kind: workspace
title: 示例目录
version: "2020.1"
guidelines: guidelines
units: units.yaml
legal: legal.yaml
pairings:
  - {domain: social-assistence, department: civil-affairs, district: "310104"}
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
