#pragma once

#include "diff/release.h"

namespace catalog {

/// All that stands in the way of the plan: its version, losses without a reason, standards that are
/// not confirmed, and what the rules say of the workspace as it will be (of the family publication
/// everything, else errors).
std::vector<Hindrance> find_hindrances(const ReleasePlan& plan, const ReleaseRequest& request,
                                       const ReleaseBase& base);

}  // namespace catalog
