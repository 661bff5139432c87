#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "source/span.h"

namespace catalog::yaml {

// Looking at a YAML text line by line, for judging texts that do not parse. Lines end at LF, CRLF
// or CR.

inline bool is_blank(char c) { return c == ' ' || c == '\t'; }
inline bool is_break(char c) { return c == '\n' || c == '\r'; }
inline bool is_blank_or_break(char c) { return is_blank(c) || is_break(c); }

/// The line break that a text uses: that of its first line.
std::string_view line_break_of(std::string_view text);
/// A text whose lines end at LF, with the line breaks of another.
std::string with_breaks_of(std::string_view other, std::string text);

/// The bytes of the line that holds byte `at`, without its line break and without a BOM.
Span line_at(std::string_view text, uint32_t at);
/// The line behind `line`, or none at the end of the text.
std::optional<Span> line_after(std::string_view text, Span line);
/// The line before `line`, or none at the beginning of the text.
std::optional<Span> line_before(std::string_view text, Span line);
/// The nearest line before `line` that holds more than blanks and a comment.
std::optional<Span> content_line_before(std::string_view text, Span line);
/// The same, behind `line`.
std::optional<Span> content_line_after(std::string_view text, Span line);

/// The first byte of the line that is no space or tab (the line's end if there is none).
uint32_t content_begin(std::string_view text, Span line);
/// The end of the line without trailing blanks and without a comment that stands outside of quotes.
uint32_t content_end(std::string_view text, Span line);
/// Whether the line holds more than blanks and a comment.
bool has_content(std::string_view text, Span line);

/// The first byte from `from` to `to` of a `:` that ends a key: followed by a blank or the end,
/// outside of quotes.
std::optional<uint32_t> find_key_colon(std::string_view text, uint32_t from, uint32_t to);
/// Whether a dash at `at` is a list dash: followed by a blank, a line break or the end.
bool is_list_dash(std::string_view text, uint32_t at);
/// Behind the list dashes (and their blanks) that begin at `at`.
uint32_t behind_dashes(std::string_view text, uint32_t at);

/// Length in bytes of the UTF-8 character at `at`.
uint32_t character_bytes(std::string_view text, uint32_t at);
/// Whether the text at `at` begins with `prefix`.
inline bool stands_at(std::string_view text, uint32_t at, std::string_view prefix) {
  return text.substr(at).starts_with(prefix);
}

}  // namespace catalog::yaml
