#pragma once

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

/// The catalogues of one unit that have items, checked.
struct UnitCatalogues {
  std::vector<ResolvedCatalogue> catalogues;  ///< without those that could not be resolved
  std::vector<Finding> findings;              ///< sorted

  bool has_errors() const;
};
UnitCatalogues resolve_unit(const UnitResolver& resolver, const ResolvedChecks& checks);

}  // namespace catalog
