#include "diff/resolved_findings.h"

#include <algorithm>
#include <map>
#include <unordered_set>

#include "rules/check_resolved.h"
#include "workspace/earlier_standards.h"
#include "workspace/parallel.h"
#include "workspace/resolve.h"

namespace catalog {

ResolvedDomain resolve_domain(const Validation& validation, Symbol domain,
                              const ValidateOptions& options) {
  const auto validated = ValidatedWorkspace::of(validation, true);
  if (!validated) return {};
  const Workspace& workspace = *validation.workspace;
  const ResolvedChecks checks(*validated, options);
  EarlierStandards earlier(workspace);
  const std::vector<Unit>& units = workspace.units.all();
  std::vector<UnitCatalogues> resolved(units.size());
  parallel_for(units.size(), options.threads, [&](size_t i, unsigned) {
    const UnitResolver resolver(
        *validated, units[i],
        {.as_of = options.as_of, .only_domains = {domain}, .earlier = earlier.finder()});
    resolved[i] = resolve_unit(resolver, checks);
  });
  ResolvedDomain out;
  for (size_t i = 0; i < units.size(); i++) {
    // A unit's own list is checked as a list.
    const auto is_own = [](const ResolvedCatalogue& one) { return one.standard == nullptr; };
    if (resolved[i].catalogues.empty() || std::ranges::all_of(resolved[i].catalogues, is_own))
      continue;
    out.units++;
    for (Finding& finding : resolved[i].findings)
      out.entries.push_back({&units[i], std::move(finding)});
  }
  return out;
}

std::vector<ResolvedFinding> only_in(const ResolvedDomain& one, const ResolvedDomain& other) {
  std::unordered_set<uint64_t> known;
  for (const auto& entry : other.entries) known.insert(entry.finding.fingerprint);
  std::map<std::tuple<std::string_view, uint32_t, Span>, size_t> by_place;
  std::vector<ResolvedFinding> out;
  for (const auto& [unit, finding] : one.entries) {
    if (known.contains(finding.fingerprint)) continue;
    const auto [place, fresh] = by_place.try_emplace(
        {finding.rule, finding.place.file.number(), finding.place.span}, out.size());
    if (fresh) out.push_back({finding, {}});
    auto& units = out[place->second].units;
    if (units.empty() || units.back() != unit) units.push_back(unit);
  }
  return out;
}

}  // namespace catalog
