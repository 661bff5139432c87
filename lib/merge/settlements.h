#pragma once

#include <vector>

#include "merge/plan.h"

namespace catalog {

/// How the conflicts of a merge were settled, for the record in the standard: those still open are
/// left out. A value that stands in the draft keeps the way in which `known`, the standard before,
/// says that it came about; else the pair agreed on it.
std::vector<Settlement> settlements(const std::vector<Conflict>& conflicts, const Standard* known);

}  // namespace catalog
