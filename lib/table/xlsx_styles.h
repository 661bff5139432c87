#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace catalog {

/// What a number in a cell stands for by its format.
enum class NumberKind : uint8_t { Plain, Date, Time };

/// Which formats of a workbook are dates: one entry for each cell style (cellXfs).
using NumberKinds = std::vector<NumberKind>;

/// What a number format of Excel shows: built-in ones by number (ECMA-376, part 1, 18.8.30), others
/// by their code.
NumberKind number_kind(uint32_t format_id);
NumberKind number_kind(std::string_view format_code);

/// The text of a cell's number: shortest decimals (0.1, 3), dates as 2020-12-31 or 2020-12-31
/// 09:30:00, times as 09:30:00. The number itself where it can be no date. `since_1904`: the
/// workbook counts days as the Macintosh did.
std::string number_text(std::string_view number, NumberKind kind, bool since_1904);

}  // namespace catalog
