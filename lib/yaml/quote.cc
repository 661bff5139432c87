#include "yaml/quote.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>

#include "text/byte_block.h"
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

/// What a byte may be within a text, as bits.
enum Byte : uint8_t {
  kEndsInBlock = 1,     ///< an indicator in block style
  kEndsInBrackets = 2,  ///< an indicator between brackets
  kMayBeOdd = 4,        ///< to be escaped, or the first of several bytes
  kMayNotBegin = 8,     ///< as indicators, numbers and reserved words begin
};

constexpr std::array<uint8_t, 256> kBytes = [] {
  std::array<uint8_t, 256> out{};
  // yaml-cpp ends a plain scalar between brackets at `?` too.
  for (const char c : std::string_view(":#,[]{}?")) out[static_cast<uint8_t>(c)] = kEndsInBrackets;
  for (const char c : std::string_view(":#"))
    out[static_cast<uint8_t>(c)] = kEndsInBlock | kEndsInBrackets;
  for (size_t byte = 0; byte < 256; byte++) {
    if (byte < 0x20 || byte >= 0x7F) out[byte] = kMayBeOdd;
  }
  for (const char c : kFirstIndicators) out[static_cast<uint8_t>(c)] |= kMayNotBegin;
  for (const char c : std::string_view("0123456789+."))
    out[static_cast<uint8_t>(c)] |= kMayNotBegin;
  for (const std::string_view word : kReservedWords) {
    const char c = word.front();
    out[static_cast<uint8_t>(c)] |= kMayNotBegin;
    if (c >= 'a' && c <= 'z') out[static_cast<uint8_t>(c - 'a' + 'A')] |= kMayNotBegin;
  }
  return out;
}();

/// Whether the byte, one that may be an indicator, is one where it stands.
bool is_indicator(std::string_view value, size_t at) {
  const char c = value[at];
  if (c == ':') return at + 1 == value.size() || value[at + 1] == ' ';
  if (c == '#') return at > 0 && value[at - 1] == ' ';  // at the beginning: kFirstIndicators
  return true;
}

/// The bytes of the character at `at` if it needs no escape there, else none.
size_t usable_bytes(std::string_view value, size_t at) {
  const CodePoint found = decode_utf8(value, at);
  const bool at_end = at == 0 || at + found.length >= value.size();
  const bool odd = must_be_escaped(found.value) || (at_end && is_wide_space(found.value));
  return odd ? 0 : found.length;
}

/// Whether anything of the kinds `looked_for` stands in a text.
bool holds(std::string_view value, uint8_t looked_for) {
  for (size_t at = 0; at < value.size();) {
    const uint8_t found = kBytes[static_cast<uint8_t>(value[at])] & looked_for;
    if (found & kMayBeOdd) {
      const size_t bytes = begins_han(value, at) ? 3 : usable_bytes(value, at);
      if (bytes == 0) return true;
      at += bytes;
      continue;
    }
    if (found && is_indicator(value, at)) return true;
    ++at;
  }
  return false;
}

/// Whether a block holds anything but printable ASCII that is no indicator, ideographs, Chinese
/// punctuation and full-width signs, without looking where characters begin; `last`: the byte
/// before each. Behind the text stand spaces.
bool may_matter(ByteBlock byte, ByteBlock last, Context context) {
  const auto odd = (byte < 0x20) | (byte == 0x7F) | ((byte >= 0xC0) & (byte < 0xE3)) |
                   ((byte > 0xE9) & (byte != 0xEF)) | ((byte == 0x80) & (last == 0x80)) |
                   ((last == 0xEF) & (byte != 0xBC)) | ((last == ':') & (byte == ' ')) |
                   ((last == ' ') & (byte == '#'));
  if (context == Context::Block) return any(odd);
  return any(odd | (byte == ',') | (byte == '[') | (byte == ']') | (byte == '{') | (byte == '}') |
             (byte == '?'));
}

/// Whether a text is seen to be plain at a glance, as nearly all are.
bool is_clearly_plain(std::string_view value, Context context) {
  if (value.back() == ':') return false;
  const ByteBlock first = padded_block_at(value, 0), nothing = {};
  const ByteBlock last = __builtin_shufflevector(nothing, first, 15, 16, 17, 18, 19, 20, 21, 22, 23,
                                                 24, 25, 26, 27, 28, 29, 30);
  if (may_matter(first, last, context)) return false;
  for (size_t at = sizeof(ByteBlock); at < value.size(); at += sizeof(ByteBlock)) {
    at = std::min(at, value.size() - sizeof(ByteBlock));  // the last block overlaps the one before
    if (may_matter(block_at(value, at), block_at(value, at - 1), context)) return false;
  }
  return true;
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
  const bool may_not_begin = kBytes[static_cast<uint8_t>(value.front())] & kMayNotBegin;
  if (may_not_begin && (kFirstIndicators.find(value.front()) != std::string_view::npos ||
                        is_reserved_word(value) || looks_like_number(value)))
    return false;
  if (is_clearly_plain(value, context)) return true;
  return !holds(value, kMayBeOdd | (context == Context::Block ? kEndsInBlock : kEndsInBrackets));
}

std::string double_quoted(std::string_view value) {
  const auto odd = [](ByteBlock byte) {
    return (byte < 0x20) | (byte >= 0x7F) | (byte == '"') | (byte == '\\');
  };
  std::string out = "\"";
  if (!any_byte(value, odd)) {
    out += value;
    return out + '"';
  }
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
  if (old == Style::SingleQuoted && !holds(value, kMayBeOdd)) return single_quoted(value);
  return scalar_text(value, context);
}

}  // namespace catalog::yaml
