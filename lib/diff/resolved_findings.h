#pragma once

#include <vector>

#include "rules/validate.h"

namespace catalog {

/// A finding in units' own catalogues, told once for each place where it is written.
struct ResolvedFinding {
  Finding finding;  ///< of the first of the units
  std::vector<const Unit*> units;
};

/// What is found in one domain when it is resolved for every unit.
struct ResolvedDomain {
  struct Entry {
    const Unit* unit;
    Finding finding;
  };
  std::vector<Entry> entries;  ///< in the order of the units
  size_t units = 0;            ///< that have a catalogue resolved from a standard
};

/// Resolves and checks the domain's catalogues of all units; whether the workspace has errors does
/// not matter, as nothing is published.
ResolvedDomain resolve_domain(const Validation& validation, Symbol domain,
                              const ValidateOptions& options);

/// The entries of one that the other lacks (by fingerprint), grouped by rule and place.
std::vector<ResolvedFinding> only_in(const ResolvedDomain& one, const ResolvedDomain& other);

}  // namespace catalog
