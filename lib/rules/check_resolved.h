#pragma once

#include <set>
#include <span>
#include <string_view>
#include <tuple>
#include <vector>

#include "rules/catalogue_checks.h"
#include "rules/validate.h"
#include "workspace/resolve.h"

namespace catalog {

/// Checks catalogues again once they are resolved, before they are written. Safe from any thread.
class ResolvedChecks {
 public:
  ResolvedChecks(const ValidatedWorkspace& validated, const ValidateOptions& options);

  /// What is wrong with a resolved catalogue, at the lines where its values are written: standard,
  /// adoption or list; sorted. The addresses are those of the resolved catalogue.
  std::vector<Finding> check(const ResolvedCatalogue& catalogue) const;

 private:
  RuleContext context_;
  RuleSettings settings_;
  CatalogueChecks checks_;
};

/// Where a validation found something: the same there in a resolved catalogue is no news.
class KnownPlaces {
 public:
  explicit KnownPlaces(std::span<const Finding> findings);
  /// The warnings among findings of resolved catalogues that only these have: one for each rule and
  /// place, however many units have it; sorted.
  std::vector<Finding> news(const std::vector<Finding>& findings) const;

 private:
  std::set<std::tuple<std::string_view, std::string_view, uint32_t, uint32_t>> places_;
};

/// The catalogues of one unit that have items, checked.
struct UnitCatalogues {
  std::vector<ResolvedCatalogue> catalogues;  ///< without those that could not be resolved
  std::vector<Finding> findings;              ///< sorted

  bool has_errors() const;
};
UnitCatalogues resolve_unit(const UnitResolver& resolver, const ResolvedChecks& checks);

}  // namespace catalog
