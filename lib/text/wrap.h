#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace catalog {

/// The text in lines of at most `width` terminal cells, broken where Unicode's line breaking
/// (UAX #14) allows: between Chinese characters, but not before 。，） or behind （《; between
/// words of letters. Lines that are there stay; a word that is longer than a line stands alone. 0:
/// no breaking.
std::string wrapped(std::string_view text, uint32_t width);

}  // namespace catalog
