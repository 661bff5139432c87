#pragma once

#include <compare>
#include <string_view>

namespace catalog {

/// The order of two versions of numbers and dots, number by number: 2020.2 comes before 2020.10.
/// What is no number compares as text.
std::strong_ordering version_order(std::string_view a, std::string_view b);

}  // namespace catalog
