#pragma once

#include <expected>

#include "merge/plan.h"

namespace catalog {

/// Reads the values of --resolve: `stricter`, `deadline=stricter`, in either language; a word or
/// field that there is not gets a message.
std::expected<SettlePlan, Message> settle_plan(const std::vector<std::string>& words);

}  // namespace catalog
