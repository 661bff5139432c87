#include "text/utf8.h"

#include <simdjson.h>

namespace catalog {

namespace {

constexpr CodePoint kInvalid{0xFFFD, 1, false};

/// The shape of a sequence by its first byte: its length and the bounds of its second byte
/// (Unicode 15, table 3-7: what rules out overlong forms, surrogates and values over U+10FFFF).
struct Lead {
  uint32_t length;
  unsigned char second_min;
  unsigned char second_max;
};

constexpr Lead lead_of(unsigned char byte) {
  if (byte >= 0xC2 && byte <= 0xDF) return {2, 0x80, 0xBF};
  if (byte == 0xE0) return {3, 0xA0, 0xBF};
  if (byte == 0xED) return {3, 0x80, 0x9F};
  if (byte >= 0xE1 && byte <= 0xEF) return {3, 0x80, 0xBF};
  if (byte == 0xF0) return {4, 0x90, 0xBF};
  if (byte >= 0xF1 && byte <= 0xF3) return {4, 0x80, 0xBF};
  if (byte == 0xF4) return {4, 0x80, 0x8F};
  return {0, 0, 0};
}

constexpr bool is_continuation(unsigned char byte) { return (byte & 0xC0) == 0x80; }

}  // namespace

CodePoint decode_utf8_sequence(std::string_view text, size_t at) {
  const auto byte = [&](size_t index) { return static_cast<unsigned char>(text[at + index]); };
  const unsigned char first = byte(0);
  const Lead lead = lead_of(first);
  if (lead.length == 0 || text.size() - at < lead.length) return kInvalid;
  if (byte(1) < lead.second_min || byte(1) > lead.second_max) return kInvalid;
  char32_t value = first & (0x7F >> lead.length);
  for (uint32_t index = 1; index < lead.length; ++index) {
    if (!is_continuation(byte(index))) return kInvalid;
    value = (value << 6) | (byte(index) & 0x3F);
  }
  return {value, lead.length, true};
}

void append_utf8(std::string& out, char32_t code_point) {
  const auto tail = [&](int shift) {
    return static_cast<char>(0x80 | ((code_point >> shift) & 0x3F));
  };
  if (code_point > 0x10FFFF || (code_point >= 0xD800 && code_point < 0xE000)) code_point = 0xFFFD;
  if (code_point < 0x80) {
    out += static_cast<char>(code_point);
  } else if (code_point < 0x800) {
    out += {static_cast<char>(0xC0 | (code_point >> 6)), tail(0)};
  } else if (code_point < 0x10000) {
    out += {static_cast<char>(0xE0 | (code_point >> 12)), tail(6), tail(0)};
  } else {
    out += {static_cast<char>(0xF0 | (code_point >> 18)), tail(12), tail(6), tail(0)};
  }
}

std::optional<ByteOffset> find_invalid_utf8(std::string_view text) {
  if (text.empty() || simdjson::validate_utf8(text.data(), text.size())) return std::nullopt;
  for (size_t at = 0; at < text.size();) {
    const CodePoint point = decode_utf8(text, at);
    if (!point.valid) return ByteOffset{static_cast<uint32_t>(at)};
    at += point.length;
  }
  return std::nullopt;
}

size_t count_code_points(std::string_view text) {
  if (text.empty()) return 0;
  size_t count = 0;
  if (simdjson::validate_utf8(text.data(), text.size())) {
    for (const char byte : text) count += !is_continuation(static_cast<unsigned char>(byte));
    return count;
  }
  for (size_t at = 0; at < text.size(); ++count) at += decode_utf8(text, at).length;
  return count;
}

std::u32string to_code_points(std::string_view text) {
  std::u32string points;
  points.resize_and_overwrite(text.size(), [&](char32_t* out, size_t) {
    char32_t* end = out;
    for (size_t at = 0; at < text.size();) {
      const CodePoint point = decode_utf8(text, at);
      *end++ = point.value;
      at += point.length;
    }
    return end - out;
  });
  return points;
}

std::string from_code_points(std::u32string_view text) {
  std::string out;
  out.reserve(text.size() * 3);
  for (const char32_t point : text) append_utf8(out, point);
  return out;
}

bool is_han(char32_t code_point) {
  if (code_point >= 0x4E00 && code_point <= 0x9FFF) return true;
  // 々 and 〇, extension A, compatibility ideographs; the planes set aside for ideographs.
  return code_point == 0x3005 || code_point == 0x3007 ||
         (code_point >= 0x3400 && code_point <= 0x4DBF) ||
         (code_point >= 0xF900 && code_point <= 0xFAFF) ||
         (code_point >= 0x20000 && code_point <= 0x3FFFD);
}

void collect_han(std::string_view text, std::set<char32_t>& out) {
  for (size_t at = 0; at < text.size();) {
    const CodePoint point = decode_utf8(text, at);
    if (is_han(point.value)) out.insert(point.value);
    at += point.length;
  }
}

}  // namespace catalog
