#include "yaml/lines.h"

#include <algorithm>

#include "yaml/encoding.h"

namespace catalog::yaml {

namespace {

/// The first line break from `from` on, or the end of the text.
uint32_t find_break(std::string_view text, uint32_t from) {
  const size_t end = std::min(text.find('\n', from), text.size());
  return static_cast<uint32_t>(std::min(text.substr(0, end).find('\r', from), end));
}

}  // namespace

std::string_view line_break_of(std::string_view text) {
  const size_t first = text.find_first_of("\r\n");
  return first != text.npos && text.substr(first).starts_with("\r\n") ? "\r\n" : "\n";
}

std::string with_breaks_of(std::string_view other, std::string text) {
  if (line_break_of(other) == "\n") return text;
  std::string out;
  out.reserve(text.size() + text.size() / 32);
  for (const char c : text) {
    if (c == '\n') out += '\r';
    out += c;
  }
  return out;
}

Span line_at(std::string_view text, uint32_t at) {
  uint32_t begin = std::min(at, static_cast<uint32_t>(text.size()));
  // Between CR and LF one is at the end of the line.
  if (begin > 0 && begin < text.size() && text[begin] == '\n' && text[begin - 1] == '\r') --begin;
  while (begin > 0 && !is_break(text[begin - 1])) --begin;
  if (begin == 0) begin = bom_bytes(text);
  return {begin, find_break(text, begin)};
}

std::optional<Span> line_after(std::string_view text, Span line) {
  uint32_t at = line.end;
  if (at >= text.size()) return std::nullopt;
  at += stands_at(text, at, "\r\n") ? 2 : 1;
  return line_at(text, at);
}

std::optional<Span> line_before(std::string_view text, Span line) {
  if (line.begin <= bom_bytes(text)) return std::nullopt;
  uint32_t end = line.begin - 1;
  if (end > 0 && text[end] == '\n' && text[end - 1] == '\r') --end;
  return line_at(text, end);
}

std::optional<Span> content_line_before(std::string_view text, Span line) {
  auto before = line_before(text, line);
  while (before && !has_content(text, *before)) before = line_before(text, *before);
  return before;
}

std::optional<Span> content_line_after(std::string_view text, Span line) {
  auto after = line_after(text, line);
  while (after && !has_content(text, *after)) after = line_after(text, *after);
  return after;
}

uint32_t content_begin(std::string_view text, Span line) {
  uint32_t at = line.begin;
  while (at < line.end && is_blank(text[at])) ++at;
  return at;
}

uint32_t content_end(std::string_view text, Span line) {
  uint32_t end = line.end;
  char quote = 0;
  for (uint32_t at = line.begin; at < line.end; ++at) {
    const char c = text[at];
    const bool opens = at == line.begin || is_blank(text[at - 1]) || text[at - 1] == '[' ||
                       text[at - 1] == '{' || text[at - 1] == ',';
    if (quote) {
      if (quote == '"' && c == '\\') ++at;
      if (c == quote) quote = 0;
    } else if ((c == '"' || c == '\'') && opens) {
      quote = c;
    } else if (c == '#' && (at == line.begin || is_blank(text[at - 1]))) {
      end = at;
      break;
    }
  }
  while (end > line.begin && is_blank(text[end - 1])) --end;
  return end;
}

bool has_content(std::string_view text, Span line) {
  const uint32_t at = content_begin(text, line);
  return at < line.end && text[at] != '#';
}

std::optional<uint32_t> find_key_colon(std::string_view text, uint32_t from, uint32_t to) {
  char quote = 0;
  for (uint32_t at = from; at < to; ++at) {
    const char c = text[at];
    if (quote) {
      if (quote == '"' && c == '\\') ++at;
      if (c == quote) quote = 0;
    } else if ((c == '"' || c == '\'') && (at == from || is_blank(text[at - 1]))) {
      quote = c;
    } else if (c == ':' && (at + 1 >= text.size() || is_blank_or_break(text[at + 1]))) {
      return at;
    }
  }
  return std::nullopt;
}

bool is_list_dash(std::string_view text, uint32_t at) {
  return at < text.size() && text[at] == '-' &&
         (at + 1 == text.size() || is_blank_or_break(text[at + 1]));
}

uint32_t behind_dashes(std::string_view text, uint32_t at) {
  while (is_list_dash(text, at)) {
    ++at;
    while (at < text.size() && is_blank(text[at])) ++at;
  }
  return at;
}

uint32_t character_bytes(std::string_view text, uint32_t at) {
  uint32_t end = at + 1;
  while (end < text.size() && (static_cast<uint8_t>(text[end]) & 0xC0) == 0x80) ++end;
  return end - at;
}

}  // namespace catalog::yaml
