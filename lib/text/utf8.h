#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "text/columns.h"

namespace catalog {

/// One decoded code point and the bytes it took; an invalid byte is U+FFFD of length 1.
struct CodePoint {
  char32_t value;
  uint32_t length;
  bool valid;
};

/// Whether a character from U+4000 to U+9FFF begins at byte `at` (must be inside `text`): three
/// bytes, nearly all of a Chinese text.
inline bool begins_han(std::string_view text, size_t at) {
  const auto first = static_cast<unsigned char>(text[at]);
  return first >= 0xE4 && first <= 0xE9 && text.size() - at >= 3 && (text[at + 1] & 0xC0) == 0x80 &&
         (text[at + 2] & 0xC0) == 0x80;
}
/// Decodes a code point of two bytes or more; see decode_utf8().
CodePoint decode_utf8_sequence(std::string_view text, size_t at);
/// Decodes the code point that begins at byte `at` (must be inside `text`).
inline CodePoint decode_utf8(std::string_view text, size_t at) {
  const auto first = static_cast<unsigned char>(text[at]);
  if (first < 0x80) return {first, 1, true};
  if (!begins_han(text, at)) return decode_utf8_sequence(text, at);
  const auto bits = [&](size_t i, int mask) { return static_cast<char32_t>(text[at + i] & mask); };
  return {bits(0, 0x0F) << 12 | bits(1, 0x3F) << 6 | bits(2, 0x3F), 3, true};
}
/// Appends a code point as UTF-8.
void append_utf8(std::string& out, char32_t code_point);
/// The first byte that is not UTF-8, if any.
std::optional<ByteOffset> find_invalid_utf8(std::string_view text);
/// Number of code points.
size_t count_code_points(std::string_view text);
/// The whole text as code points.
std::u32string to_code_points(std::string_view text);
std::string from_code_points(std::u32string_view text);

/// 汉字 of any block, extension planes included, with 々 and 〇.
bool is_han(char32_t code_point);
/// Adds the 汉字 of a text.
void collect_han(std::string_view text, std::set<char32_t>& out);

/// What a file that is not UTF-8 probably is (for the message): UTF-16 with its byte order,
/// GB18030/GBK, or unknown. A file that is UTF-8 but for single damaged bytes is Utf8 too:
/// find_invalid_utf8() says where.
enum class Charset : unsigned char { Utf8, Utf8Bom, Utf16Le, Utf16Be, Gb18030, Unknown };
Charset guess_charset(std::string_view bytes);

}  // namespace catalog
