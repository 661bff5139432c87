#pragma once

#include "merge/plan.h"

namespace catalog {

/// Fills in what stands above the items: domain, version, who drafted it, the department's
/// requirements and process, the state, and the rows left out.
void merge_heads(const PairMerge& merge, PairMerged& out);

}  // namespace catalog
