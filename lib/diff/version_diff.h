#pragma once

#include <array>
#include <vector>

#include "diff/domain_changes.h"

namespace catalog {

/// What differs between two versions: first by domain, then by item, in an order that does not
/// depend on the order of files and items. Changes point into both versions.
struct VersionDiff {
  std::vector<DomainChange> domains;
  std::vector<Change> changes;
  ClassCounts counts;
  std::array<size_t, kDomainStatuses> domain_counts{};  ///< by DomainStatus
};

/// Compares two versions. Catalogues pair by address; a file that was named as such with the only
/// one of the other side, whatever their kinds. An item that left one list and stands word for word
/// alike in another one was moved. By up to `threads` threads (0: as many as there are processors);
/// the outcome is the same for any number.
VersionDiff compare_versions(const CatalogueSet& before, const CatalogueSet& after,
                             const Knowledge& knowledge, const Workspace& names,
                             unsigned threads = 1);

/// The counts again, after explanations were added.
void count_changes(VersionDiff& diff);

}  // namespace catalog
