#include "publish/publishable_text.h"

#include <algorithm>

#include "text/utf8.h"

namespace catalog {

namespace {

bool is_forbidden(char32_t c) {
  if (c < 0x20) return c != '\t' && c != '\n' && c != '\r';
  return c == 0xFFFE || c == 0xFFFF;
}

/// The bytes of one character that must not go out as it stands; 0 where it may.
size_t forbidden_length(std::string_view text, size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte < 0x80) return is_forbidden(byte) ? 1 : 0;
  const CodePoint c = decode_utf8(text, at);
  return !c.valid || is_forbidden(c.value) ? c.length : 0;
}

size_t character_length(std::string_view text, size_t at) {
  return static_cast<unsigned char>(text[at]) < 0x80 ? 1 : decode_utf8(text, at).length;
}

std::string_view reference_of(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\'':
      return "&#39;";
    default:
      return {};
  }
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

}  // namespace

bool is_publishable(std::string_view text) {
  for (size_t at = 0; at < text.size(); at += character_length(text, at)) {
    if (text[at] == '\r' || forbidden_length(text, at)) return false;
  }
  return true;
}

std::string publishable(std::string_view text) {
  if (is_publishable(text)) return std::string(text);
  std::string out;
  out.reserve(text.size());
  for (size_t at = 0; at < text.size();) {
    const size_t length = character_length(text, at);
    if (text[at] == '\r') {
      if (at + 1 == text.size() || text[at + 1] != '\n') out += '\n';
    } else if (forbidden_length(text, at)) {
      append_utf8(out, 0xFFFD);
    } else {
      out += text.substr(at, length);
    }
    at += length;
  }
  return out;
}

void append_escaped(std::string& out, std::string_view text) {
  if (!is_publishable(text)) return append_escaped(out, publishable(text));
  size_t from = 0;
  for (size_t at = 0; at < text.size(); at++) {
    const std::string_view reference = reference_of(text[at]);
    if (reference.empty()) continue;
    out += text.substr(from, at - from);
    out += reference;
    from = at + 1;
  }
  out += text.substr(from);
}

bool is_web_address(std::string_view url) {
  const auto begins = [&](std::string_view scheme) {
    return url.size() > scheme.size() &&
           std::ranges::equal(url.substr(0, scheme.size()), scheme, {}, lower);
  };
  if (!begins("http://") && !begins("https://")) return false;
  return is_publishable(url) && url.find_first_of(" \t\n\"<>\\^`{|}\x7f") == url.npos;
}

}  // namespace catalog
