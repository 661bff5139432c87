#include "publish/sheet_name.h"

#include <algorithm>

#include "publish/publishable_text.h"
#include "text/utf8.h"

namespace catalog {

size_t utf16_units(std::string_view text) {
  size_t units = 0;
  for (size_t at = 0; at < text.size();) {
    const CodePoint c = decode_utf8(text, at);
    units += c.value > 0xFFFF ? 2 : 1;
    at += c.length;
  }
  return units;
}

std::string sheet_name(std::string_view wanted) {
  std::string out;
  for (char32_t c : to_code_points(publishable(wanted))) {
    const bool forbidden = std::u32string_view(U"[]:*?/\\").find(c) != std::u32string_view::npos;
    if (c < 0x20) c = U' ';
    append_utf8(out, forbidden ? c + 0xFEE0 : c);  // the full-width form
  }
  if (out.starts_with('\'')) out.replace(0, 1, "’");
  if (out.ends_with('\'')) out.replace(out.size() - 1, 1, "’");
  return out;
}

std::string folded(std::string name) {
  std::ranges::transform(name, name.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return name;
}

}  // namespace catalog
