#pragma once

#include <optional>

#include "merge/plan.h"

namespace catalog {

/// Why two lists can't be merged: different domains, the same unit on both sides, a base of another
/// domain, an id with two meanings; nothing where they can.
std::optional<Message> why_not_mergeable(const PairMerge& merge);

}  // namespace catalog
