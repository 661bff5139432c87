#include <algorithm>

#include "text/utf8.h"

namespace catalog {

namespace {

/// So much of a file is looked at: enough for any heading and a page of text.
constexpr size_t kSample = 64 * 1024;
/// At least this share of what is not ASCII must be usual Chinese for a guess.
constexpr double kUsualShare = 0.6;
/// A file that is UTF-8 but for single damaged bytes has at least so many whole sequences for each
/// of them.
constexpr size_t kSequencesPerDamage = 8;

using Bytes = std::basic_string_view<unsigned char>;

/// How many of the characters read under an assumption are usual in a Chinese text; `broken` ends
/// the assumption.
struct Reading {
  size_t characters = 0;
  size_t usual = 0;
  bool broken = false;

  bool plausible() const {
    return !broken && characters > 0 &&
           static_cast<double>(usual) >= kUsualShare * static_cast<double>(characters);
  }
};

bool is_text_control(unsigned unit) { return unit == '\t' || unit == '\n' || unit == '\r'; }

bool is_text_byte(unsigned byte) { return (byte >= 0x20 && byte < 0x7F) || is_text_control(byte); }

/// Han, punctuation and full-width forms, ASCII text; but no unit of two bytes that are ASCII text
/// themselves: any English text would pass for Han.
bool is_usual_unit(unsigned unit) {
  if (is_text_byte(unit)) return true;
  if (is_text_byte(unit >> 8) && is_text_byte(unit & 0xFF)) return false;
  return (unit >= 0x4E00 && unit <= 0x9FFF) || (unit >= 0x3000 && unit <= 0x303F) ||
         (unit >= 0xFF00 && unit <= 0xFF5E);
}

Reading read_utf16(Bytes bytes, bool big_endian) {
  Reading reading;
  bool high_surrogate = false;
  for (size_t at = 0; at + 1 < bytes.size(); at += 2) {
    const unsigned unit =
        big_endian ? bytes[at] << 8 | bytes[at + 1] : bytes[at + 1] << 8 | bytes[at];
    const bool low_surrogate = unit >= 0xDC00 && unit <= 0xDFFF;
    if (unit == 0 || low_surrogate != high_surrogate) return {0, 0, true};
    high_surrogate = unit >= 0xD800 && unit <= 0xDBFF;
    reading.characters++;
    reading.usual += is_usual_unit(unit);
  }
  return reading;
}

bool between(unsigned char byte, unsigned char low, unsigned char high) {
  return low <= byte && byte <= high;
}

/// GB 18030-2005, 4.2: one byte (00–7F), two (81–FE 40–7E/80–FE) or four (81–FE 30–39 81–FE 30–39).
/// Usual are the rows of GB 2312: punctuation (A1–A3) and its first-level characters (B0–D7).
Reading read_gb18030(Bytes bytes) {
  Reading reading;
  for (size_t at = 0; at < bytes.size();) {
    const unsigned char first = bytes[at];
    if (first < 0x80) {
      if (first == 0) return {0, 0, true};
      at++;
      continue;
    }
    if (at + 1 == bytes.size()) break;  // cut off by the end of the sample
    const unsigned char second = bytes[at + 1];
    if (!between(first, 0x81, 0xFE)) return {0, 0, true};
    reading.characters++;
    if (between(second, 0x40, 0x7E) || between(second, 0x80, 0xFE)) {
      const bool row = between(first, 0xA1, 0xA3) || between(first, 0xB0, 0xD7);
      reading.usual += row && second >= 0xA1;
      at += 2;
    } else if (between(second, 0x30, 0x39)) {
      if (at + 3 >= bytes.size()) break;
      if (!between(bytes[at + 2], 0x81, 0xFE) || !between(bytes[at + 3], 0x30, 0x39)) {
        return {0, 0, true};
      }
      at += 4;
    } else {
      return {0, 0, true};
    }
  }
  return reading;
}

/// Whether the sample is UTF-8 in which only single bytes are damaged.
bool is_damaged_utf8(std::string_view text) {
  size_t sequences = 0;
  size_t damaged = 0;
  for (size_t at = 0; at < text.size();) {
    const CodePoint point = decode_utf8(text, at);
    sequences += point.valid && point.length > 1;
    damaged += !point.valid;
    at += point.length;
  }
  return sequences >= kSequencesPerDamage * damaged;
}

}  // namespace

Charset guess_charset(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) return Charset::Utf8Bom;
  if (bytes.starts_with(std::string_view("\xFF\xFE\0\0", 4))) return Charset::Unknown;  // UTF-32
  if (bytes.starts_with("\xFF\xFE")) return Charset::Utf16Le;
  if (bytes.starts_with("\xFE\xFF")) return Charset::Utf16Be;

  const std::string_view sample = bytes.substr(0, kSample);
  const bool has_zero = sample.find('\0') != std::string_view::npos;
  const bool is_utf8 = !find_invalid_utf8(bytes);
  if (is_utf8 && !has_zero) return Charset::Utf8;

  const Bytes raw(reinterpret_cast<const unsigned char*>(sample.data()), sample.size());
  const Reading little = read_utf16(raw, false);
  const Reading big = read_utf16(raw, true);
  if (little.plausible() && little.usual >= big.usual) return Charset::Utf16Le;
  if (big.plausible()) return Charset::Utf16Be;
  if (is_utf8) return Charset::Utf8;
  if (is_damaged_utf8(sample)) return Charset::Utf8;
  return read_gb18030(raw).plausible() ? Charset::Gb18030 : Charset::Unknown;
}

}  // namespace catalog
