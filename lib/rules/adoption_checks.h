#pragma once

#include <vector>

#include "rules/catalogue_checks.h"

namespace catalog {

/// adoption/UNIT
std::string adoption_address(const Adoption& adoption);
/// adoption/UNIT/set[N], N from 1: a local change of it.
std::string set_address(const Adoption& adoption, const AdoptionSet& set);

/// Reports something of an adoption, with its address, field and the value at fault.
Finding& report_adoption(const Adoption& adoption, std::string_view field, const Text& at,
                         Message message, Reporter& out);
/// The same of one of its local changes.
Finding& report_set(const Adoption& adoption, const AdoptionSet& set, std::string_view field,
                    Span at, Message message, Reporter& out);

/// Checks the items that an adoption adds as those of a standard, and the words and texts of its
/// local changes.
void check_adoption(const RuleContext& context, const CatalogueChecks& checks,
                    const Adoption& adoption, std::vector<Finding>& found);

}  // namespace catalog
