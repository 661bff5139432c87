#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace catalog {

/// What Excel holds ("Excel specifications and limits").
inline constexpr size_t kMostCellUnits = 32767;  ///< UTF-16 units of a cell
inline constexpr size_t kMostSheetRows = 1048576;
inline constexpr size_t kMostSheetNameUnits = 31;

/// Length as Excel counts it.
size_t utf16_units(std::string_view text);

/// A sheet name without []:*?/\, control characters, and apostrophes at its ends.
std::string sheet_name(std::string_view wanted);

/// Excel takes A and a for one name.
std::string folded(std::string name);

}  // namespace catalog
