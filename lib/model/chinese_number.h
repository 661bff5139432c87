#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace catalog {

/// A number found at the front of a text.
struct NumberPrefix {
  int value;
  size_t length;  ///< code points
};

/// Whether a code point can be part of a number in figures or Chinese numerals (folded text).
bool is_figure(char32_t code_point);

/// Reads the number that `text` begins with: figures (20), Chinese numerals (二十, 一百零五, 廿) or
/// a row of them (二〇二〇). Nothing if there is none, if it is over a million, or if the numerals
/// make no number (十百).
std::optional<NumberPrefix> number_prefix(std::u32string_view text);

/// How many code points of figures or numerals `text` begins with.
size_t figure_run(std::u32string_view text);

}  // namespace catalog
