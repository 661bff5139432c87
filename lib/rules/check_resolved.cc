#include "rules/check_resolved.h"

#include <algorithm>
#include <unordered_map>

#include "rules/demand.h"
#include "rules/deviations.h"

namespace catalog {

namespace {

/// Brings findings from the resolved catalogue to the files in which its values are written.
class WrittenPlaces {
 public:
  explicit WrittenPlaces(const ResolvedCatalogue& catalogue, const std::string& address)
      : catalogue_(catalogue) {
    for (size_t i = 0; i < catalogue.list.items.size(); i++)
      by_address_.emplace(address + "/" + std::string(catalogue.list.items[i].id.view()), i);
  }

  void move(Finding& finding) const {
    const auto item = by_address_.find(finding.address);
    if (item != by_address_.end()) {
      finding.place.file = catalogue_.origins[item->second].file_of(finding.field);
      return;
    }
    for (size_t i = 0; i < catalogue_.omission_files.size(); i++) {
      const Span at = catalogue_.list.omitted[i].span;
      if (at.begin <= finding.place.span.begin && finding.place.span.end <= at.end)
        finding.place.file = catalogue_.omission_files[i];
    }
  }

 private:
  const ResolvedCatalogue& catalogue_;
  std::unordered_map<std::string, size_t> by_address_;
};

using PlaceKey = std::tuple<std::string_view, std::string_view, uint32_t, uint32_t>;
PlaceKey place_key(const Finding& finding) {
  return {finding.rule, finding.place.file.view(), finding.place.span.begin,
          finding.place.span.end};
}

/// A domain that could not be resolved, as a finding.
Finding finding_of(const Unresolved& unresolved, const Unit& unit) {
  Finding out;
  out.rule = "adoption-outdated";
  out.message = unresolved.message;
  out.place = unresolved.place;
  out.address = std::string(unit.code.view()) + "/" + std::string(unresolved.domain.view());
  out.field = "version";
  out.advice = say({"改采现行版本", "raise it to the current version"});
  out.fingerprint = fingerprint_of(out);
  return out;
}

}  // namespace

ResolvedChecks::ResolvedChecks(const ValidatedWorkspace& validated, const ValidateOptions& options)
    : context_(validated.workspace(), options.as_of),
      settings_(validated.workspace().config, options),
      checks_(settings_) {}

std::vector<Finding> ResolvedChecks::check(const ResolvedCatalogue& catalogue) const {
  CatalogueView view = view_of(context_, catalogue.list);
  if (catalogue.standard) view.address = resolved_address(catalogue.list);
  std::vector<Finding> found;
  checks_.run(view, found);
  Deviations(context_, settings_, catalogue.list, view.address).apply(found);
  const WrittenPlaces places(catalogue, view.address);
  for (Finding& finding : found) {
    places.move(finding);
    finding.fingerprint = fingerprint_of(finding);
  }
  sort_findings(found);
  return found;
}

KnownPlaces::KnownPlaces(std::span<const Finding> findings) {
  for (const Finding& finding : findings) places_.insert(place_key(finding));
}

std::vector<Finding> KnownPlaces::news(const std::vector<Finding>& findings) const {
  std::vector<Finding> out;
  std::set<PlaceKey> seen;
  for (const Finding& finding : findings) {
    const PlaceKey place = place_key(finding);
    if (finding.severity == Severity::Warning && !places_.contains(place) &&
        seen.insert(place).second)
      out.push_back(finding);
  }
  sort_findings(out);
  return out;
}

bool UnitCatalogues::has_errors() const {
  return std::ranges::any_of(findings,
                             [](const Finding& f) { return f.severity == Severity::Error; });
}

UnitCatalogues resolve_unit(const UnitResolver& resolver, const ResolvedChecks& checks) {
  UnitCatalogues out;
  for (const Symbol domain : resolver.domains()) {
    auto catalogue = resolver.resolve(domain);
    if (!catalogue) {
      out.findings.push_back(finding_of(catalogue.error(), resolver.unit()));
      continue;
    }
    if (catalogue->list.items.empty()) continue;
    std::ranges::move(checks.check(*catalogue), std::back_inserter(out.findings));
    out.catalogues.push_back(std::move(*catalogue));
  }
  sort_findings(out.findings);
  return out;
}

}  // namespace catalog
