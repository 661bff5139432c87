#pragma once

#include <compare>
#include <string>
#include <string_view>

namespace catalog {

/// The order of two versions of numbers and dots, number by number: 2020.2 comes before 2020.10.
/// What is no number compares as text.
std::strong_ordering version_order(std::string_view a, std::string_view b);

/// The least version behind another one: after changes of substance the number behind the first dot
/// is raised (2020.1 → 2020.2), after editorial ones the next (2020.1 → 2020.1.1).
std::string next_version(std::string_view last, bool of_substance);
/// Whether a version is raised enough over another one: for changes of substance, the year or the
/// number behind the first dot is.
bool is_raised(std::string_view version, std::string_view last, bool of_substance);

}  // namespace catalog
