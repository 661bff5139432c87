#include "text/columns.h"

#include <simdjson.h>
#include <unicode/uchar.h>

#include <algorithm>

#include "text/utf8.h"

namespace catalog {

namespace {

constexpr uint32_t kTab = 8;

/// Cells of one code point that is no tab.
uint32_t cells_of(char32_t point) {
  if (point < 0x300) return 1;
  if (point >= 0x4E00 && point <= 0x9FFF) return 2;
  if (point >= 0x3000 && point <= 0x3029) return 2;  // 、。《》 and the full-width space
  if (point >= 0xFF01 && point <= 0xFF60) return 2;  // （），：；
  if (point >= 0x1160 && point <= 0x11FF) return 0;  // vowels and finals join the syllable before
  const auto character = static_cast<UChar32>(point);
  const uint32_t category = U_MASK(u_charType(character));
  if (category & (U_GC_MN_MASK | U_GC_ME_MASK | U_GC_CF_MASK)) return 0;
  const int width = u_getIntPropertyValue(character, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

/// Calls count(code point) for each one that ends at or before byte `at`.
template <class Count>
void each_before(std::string_view line, ByteOffset at, Count&& count) {
  const size_t end = std::min<size_t>(at.value, line.size());
  for (size_t byte = 0; byte < end;) {
    const CodePoint point = decode_utf8(line, byte);
    byte += point.length;
    if (byte <= end) count(point.value);
  }
}

uint32_t advance(uint32_t column, char32_t point) {
  if (point == '\t') return (column - 1) / kTab * kTab + kTab + 1;
  return column + cells_of(point);
}

/// How many code points end at or before byte `at`, and how many of them are beyond the BMP.
struct Counts {
  uint32_t code_points = 0;
  uint32_t beyond_bmp = 0;
};

Counts count_before(std::string_view line, ByteOffset at) {
  Counts counts;
  const std::string_view part = line.substr(0, at.value);
  if (!part.empty() && simdjson::validate_utf8(part.data(), part.size())) {
    for (const char byte : part) {
      counts.code_points += (byte & 0xC0) != 0x80;
      counts.beyond_bmp += static_cast<unsigned char>(byte) >= 0xF0;
    }
    return counts;
  }
  each_before(line, at, [&](char32_t point) {
    counts.code_points++;
    counts.beyond_bmp += point > 0xFFFF;
  });
  return counts;
}

}  // namespace

CodePointColumn code_point_column(std::string_view line, ByteOffset at) {
  return {count_before(line, at).code_points + 1};
}

Utf16Column utf16_column(std::string_view line, ByteOffset at) {
  const Counts counts = count_before(line, at);
  return {counts.code_points + counts.beyond_bmp + 1};
}

DisplayColumn display_column(std::string_view line, ByteOffset at) {
  DisplayColumn column;
  each_before(line, at, [&](char32_t point) { column.value = advance(column.value, point); });
  return column;
}

uint32_t display_width(std::string_view text, DisplayColumn from) {
  uint32_t column = from.value;
  for (size_t at = 0; at < text.size();) {
    const auto byte = static_cast<uint8_t>(text[at]);
    if (byte >= 0x20 && byte < 0x7F) {
      column++;
      at++;
      continue;
    }
    // From U+5000 on; the hexagrams below are one cell wide to some.
    if (byte >= 0xE5 && begins_han(text, at)) {
      column += 2;
      at += 3;
      continue;
    }
    const CodePoint point = decode_utf8(text, at);
    column = advance(column, point.value);
    at += point.length;
  }
  return column - from.value;
}

}  // namespace catalog
