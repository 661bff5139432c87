#pragma once

#include <cstdint>
#include <string_view>

namespace catalog {

/// Width of a text in a Chinese font, in halves of a character: 汉字 and the signs that such fonts
/// draw as wide (■ “ ” … ①) take two, Latin letters one.
uint32_t printed_width(std::string_view text);

/// How many lines a text takes in a column of `width` halves when it breaks as spreadsheets break
/// it: between Chinese characters, not before closing nor behind opening punctuation, Latin words
/// whole where they fit. At least 1. Errs on the side of more lines.
size_t printed_lines(std::string_view text, uint32_t width);

/// How many bytes of a text take at most `lines` lines (at least 1), for continuing it in another
/// cell: whole where it fits, never 0 of a text that is not empty, and never within a character.
size_t printed_prefix(std::string_view text, uint32_t width, size_t lines);

}  // namespace catalog
