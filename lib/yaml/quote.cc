#include "yaml/quote.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>

#include "text/utf8.h"

namespace catalog::yaml {

namespace {

// Words that YAML 1.1 or 1.2 readers take for null, yes and no, merge key or default value, in
// lower case.
constexpr std::array<std::string_view, 12> kReservedWords{
    "~", "null", "true", "false", "yes", "no", "on", "off", "y", "n", "=", "<<"};

constexpr std::string_view kFirstIndicators = "-?:,[]{}#&*!|>'\"%@`";

bool is_reserved_word(std::string_view value) {
  if (value.size() > 5) return false;
  std::string lower(value);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return std::ranges::find(kReservedWords, lower) != kReservedWords.end();
}

/// Numbers in any base, sexagesimals, dates, times, .inf and .nan; a little more than these, as
/// quotes do no harm.
bool looks_like_number(std::string_view value) {
  const char first = value.front();
  if ((first < '0' || first > '9') && first != '+' && first != '.') return false;
  if (value.substr(1).find_first_of("nN") != std::string_view::npos && value.size() <= 5)
    return true;
  return value.find_first_not_of("0123456789abcdefABCDEFxXoOtTzZ+-._: ") == std::string_view::npos;
}

/// What no reader takes unescaped, or what nobody sees.
bool must_be_escaped(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029 || c == 0xFEFF ||
         c == 0xFFFE || c == 0xFFFF;
}

/// Spaces that are lost or overlooked at the ends of a plain text.
bool is_wide_space(char32_t c) {
  return c == 0xA0 || c == 0x3000 || (c >= 0x2000 && c <= 0x200F) || c == 0x202F;
}

bool is_continuation(char byte) { return (static_cast<uint8_t>(byte) & 0xC0) == 0x80; }

/// Whether a character of three bytes begins here that is not odd: an ideograph (U+4000 to U+9FFF),
/// Chinese punctuation (from U+3001) or a full-width sign (U+FF00 to U+FF3F); nearly all there are.
bool is_usual(std::string_view value, size_t at) {
  if (at + 2 >= value.size() || !is_continuation(value[at + 1]) || !is_continuation(value[at + 2]))
    return false;
  const auto byte = [&](size_t i) { return static_cast<uint8_t>(value[at + i]); };
  const uint8_t first = byte(0);
  if (first >= 0xE4 && first <= 0xE9) return true;
  if (first == 0xE3) return byte(1) != 0x80 || byte(2) != 0x80;
  return first == 0xEF && byte(1) == 0xBC;
}

bool has_odd_characters(std::string_view value) {
  for (size_t at = 0; at < value.size();) {
    const auto byte = static_cast<uint8_t>(value[at]);
    if (byte >= 0x20 && byte < 0x7F) {
      ++at;
      continue;
    }
    if (is_usual(value, at)) {
      at += 3;
      continue;
    }
    const CodePoint found = decode_utf8(value, at);
    const bool at_end = at == 0 || at + found.length >= value.size();
    if (must_be_escaped(found.value) || (at_end && is_wide_space(found.value))) return true;
    at += found.length;
  }
  return false;
}

/// The bytes that may be indicators within a text: 1 in block style, 2 between brackets.
constexpr std::array<uint8_t, 256> kMayIndicate = [] {
  std::array<uint8_t, 256> out{};
  for (const char c : std::string_view(":#,[]{}?")) out[static_cast<uint8_t>(c)] = 2;
  for (const char c : std::string_view(":#")) out[static_cast<uint8_t>(c)] = 3;
  return out;
}();

bool has_indicators(std::string_view value, Context context) {
  const uint8_t looked_for = context == Context::Block ? 1 : 2;
  for (size_t at = 0; at < value.size(); ++at) {
    const char c = value[at];
    if (!(kMayIndicate[static_cast<uint8_t>(c)] & looked_for)) continue;
    const char next = at + 1 < value.size() ? value[at + 1] : ' ';
    if (c == ':' && next == ' ') return true;
    if (c == '#' && value[at - 1] == ' ') return true;  // a first `#` has been refused before
    // yaml-cpp ends a plain scalar between brackets at `?` too.
    if (c != ':' && c != '#') return true;
  }
  return false;
}

std::string single_quoted(std::string_view value) {
  std::string out = "'";
  for (const char c : value) {
    out += c;
    if (c == '\'') out += c;
  }
  return out + "'";
}

}  // namespace

bool is_plain_safe(std::string_view value, Context context) {
  if (value.empty() || value.front() == ' ' || value.back() == ' ') return false;
  if (kFirstIndicators.find(value.front()) != std::string_view::npos) return false;
  if (is_reserved_word(value) || looks_like_number(value)) return false;
  return !has_indicators(value, context) && !has_odd_characters(value);
}

std::string double_quoted(std::string_view value) {
  std::string out = "\"";
  for (size_t at = 0; at < value.size();) {
    const CodePoint found = decode_utf8(value, at);
    switch (found.value) {
      case '"':
        out += "\\\"";
        break;
      case '\\':
        out += "\\\\";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\t':
        out += "\\t";
        break;
      case '\r':
        out += "\\r";
        break;
      default:
        if (must_be_escaped(found.value)) {
          fmt::format_to(std::back_inserter(out), "\\u{:04X}", static_cast<uint32_t>(found.value));
        } else {
          out += value.substr(at, found.length);
        }
    }
    at += found.length;
  }
  return out + '"';
}

std::string scalar_text(std::string_view value, Context context) {
  return is_plain_safe(value, context) ? std::string(value) : double_quoted(value);
}

std::string scalar_text_like(std::string_view value, Style old, Context context) {
  if (old == Style::DoubleQuoted) return double_quoted(value);
  if (old == Style::SingleQuoted && !has_odd_characters(value)) return single_quoted(value);
  return scalar_text(value, context);
}

}  // namespace catalog::yaml
