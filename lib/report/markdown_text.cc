#include "report/markdown_text.h"

#include <algorithm>

#include "report/safe_text.h"

namespace catalog {

namespace {

constexpr std::string_view kBreak = "&#8203;";  // a zero-width space

bool is_name_byte(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
         c == '"' || static_cast<unsigned char>(c) >= 0x80;
}

/// Whether a mention or a reference to an issue, merge request, label, … begins at `at`.
bool begins_reference(std::string_view text, size_t at) {
  return std::string_view("@#!$%&~").contains(text[at]) && at + 1 < text.size() &&
         is_name_byte(text[at + 1]);
}

std::string escaped(std::string_view words, std::string_view marks) {
  const std::string text = one_line(words);
  std::string out;
  for (size_t at = 0; at < text.size(); at++) {
    const char c = text[at];
    if (c == '<') {
      out += "&lt;";
    } else if (c == '>') {
      out += "&gt;";
    } else if (c == '&') {
      out += "&amp;";
    } else {
      if (marks.contains(c)) out += '\\';
      out += c;
    }
    if (begins_reference(text, at)) out += kBreak;
  }
  return out;
}

}  // namespace

std::string markdown_text(std::string_view words) { return escaped(words, "|\\`*_[]#~$"); }

std::string markdown_html(std::string_view words) { return escaped(words, ""); }

std::string markdown_code(std::string_view words) {
  const std::string text = one_line(words);
  size_t longest = 0, run = 0;
  for (const char c : text) {
    run = c == '`' ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  const std::string fence(longest + 1, '`');
  const bool pad = longest > 0;
  return fence + (pad ? " " : "") + text + (pad ? " " : "") + fence;
}

}  // namespace catalog
