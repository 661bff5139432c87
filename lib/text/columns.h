#pragma once

#include <compare>
#include <cstdint>
#include <string_view>

namespace catalog {

// Four ways to count along a line; they differ for Chinese text, so each is a type of its own
// and none converts to another by accident.

/// Bytes from the beginning of a text, from 0.
struct ByteOffset {
  uint32_t value = 0;
  friend auto operator<=>(ByteOffset, ByteOffset) = default;
};
/// Unicode code points along a line, from 1: what JSON, SARIF (columnKind unicodeCodePoints) and
/// the terminal header show.
struct CodePointColumn {
  uint32_t value = 1;
  friend auto operator<=>(CodePointColumn, CodePointColumn) = default;
};
/// UTF-16 code units along a line, from 1: what editors and GitHub count.
struct Utf16Column {
  uint32_t value = 1;
  friend auto operator<=>(Utf16Column, Utf16Column) = default;
};
/// Terminal cells along a line, from 1: a Chinese character takes two, a combining mark none, a tab
/// goes to the next multiple of 8. Widths are those of Unicode's EastAsianWidth (UAX #11): wide and
/// full-width two, all others one; so are the ambiguous (“ ” … — · ① ■ □ √), which terminals show
/// in one cell unless told otherwise. Emoji take two, marks, joiners and invisible signs none.
struct DisplayColumn {
  uint32_t value = 1;
  friend auto operator<=>(DisplayColumn, DisplayColumn) = default;
};

/// The column of byte `at` (clamped to the line) in each count; invalid bytes count as one each.
CodePointColumn code_point_column(std::string_view line, ByteOffset at);
Utf16Column utf16_column(std::string_view line, ByteOffset at);
DisplayColumn display_column(std::string_view line, ByteOffset at);

/// Terminal cells that `text` takes when it starts at display column `from`.
uint32_t display_width(std::string_view text, DisplayColumn from = {});

}  // namespace catalog
