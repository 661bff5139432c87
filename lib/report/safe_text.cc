#include "report/safe_text.h"

#include "text/utf8.h"

namespace catalog {

char32_t shown_code_point(char32_t c) {
  if (c == U'\n' || c == U'\r' || c == U'\t' || c == 0x2028 || c == 0x2029) return U' ';
  if (c < 0x20) return 0x2400 + c;
  if (c == 0x7F) return 0x2421;
  const bool controls = c >= 0x80 && c < 0xA0;
  const bool turns = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
  return controls || turns ? 0xFFFD : c;
}

std::string one_line(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  size_t from = 0;  // what is shown as it is, is copied in runs
  for (size_t at = 0; at < text.size();) {
    if (begins_han(text, at)) {
      at += 3;
      continue;
    }
    if (text[at] >= ' ' && text[at] < '\x7F') {
      at++;
      continue;
    }
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
