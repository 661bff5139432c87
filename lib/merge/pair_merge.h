#pragma once

#include <expected>

#include "merge/plan.h"

namespace catalog {

/// Merges the lists of a pair into the domain's standard: three-way by item and field, over the
/// last standard, else the guideline. The same for any order of files and items. Fails where the
/// lists can't belong together: another domain, the same unit twice, an id with two meanings.
std::expected<PairMerged, Message> merge_pair(const PairMerge& merge);

}  // namespace catalog
