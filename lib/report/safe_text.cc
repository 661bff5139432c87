#include "report/safe_text.h"

#include <simdjson.h>

#include "text/byte_block.h"
#include "text/utf8.h"

namespace catalog {

namespace {

/// Whether a text is seen at a glance to be shown as it is, as nearly all are.
bool is_clearly_fit(std::string_view text) {
  // C1 controls begin with C2; what parts lines or turns the direction, with E2.
  const auto odd = [](ByteBlock byte) {
    return (byte < 0x20) | (byte == 0x7F) | (byte == 0xC2) | (byte == 0xE2);
  };
  return !any_byte(text, odd) && simdjson::validate_utf8(text.data(), text.size());
}

}  // namespace

char32_t shown_code_point(char32_t c) {
  if (c == U'\n' || c == U'\r' || c == U'\t' || c == 0x2028 || c == 0x2029) return U' ';
  if (c < 0x20) return 0x2400 + c;
  if (c == 0x7F) return 0x2421;
  const bool controls = c >= 0x80 && c < 0xA0;
  const bool turns = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
  return controls || turns ? 0xFFFD : c;
}

std::string one_line(std::string_view text) {
  if (is_clearly_fit(text)) return std::string(text);
  std::string out;
  out.reserve(text.size());
  size_t from = 0;  // what is shown as it is, is copied in runs
  for (size_t at = 0; at < text.size();) {
    const CodePoint point = decode_utf8(text, at);
    const char32_t shown = shown_code_point(point.value);
    if (!point.valid || shown != point.value) {
      out.append(text, from, at - from);
      append_utf8(out, shown);
      from = at + point.length;
    }
    at += point.length;
  }
  out.append(text, from);
  return out;
}

std::string painted(std::string_view color, std::string_view text, bool on) {
  return on ? std::string(color) + std::string(text) + "\x1b[0m" : std::string(text);
}

}  // namespace catalog
