#include "publish/publishable_text.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "text/byte_block.h"
#include "text/symbol_memo.h"
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

/// What the bytes of a text ask of whoever writes it; most ask for nothing and are appended whole.
/// Edge: it may hold U+FFFE or U+FFFF.
enum ByteClass : uint8_t { Control = 1, Beyond = 2, Edge = 4, Markup = 8, Quoted = 16 };
/// Beside them, of a text as a whole: it was looked through; it can't go out as it stands.
constexpr uint8_t kLookedThrough = 64, kUnpublishable = 128;

constexpr std::array<uint8_t, 256> byte_classes() {
  std::array<uint8_t, 256> out{};
  for (size_t byte = 0; byte < 0x20; byte++) out[byte] = Control;
  out['\t'] = out['\n'] = Quoted;
  for (const char c : std::string_view("&<>\"'")) out[static_cast<unsigned char>(c)] |= Markup;
  for (const char c : std::string_view("\"\\")) out[static_cast<unsigned char>(c)] |= Quoted;
  return out;
}
constexpr std::array<uint8_t, 256> kClasses = byte_classes();

/// The classes of all bytes of a text. Those of ASCII are told apart only where there are any.
uint8_t classes_of(std::string_view text) {
  ByteBlock bytes = {}, edges = {}, others = {};
  for (size_t at = 0; at < text.size(); at += sizeof(ByteBlock)) {
    const ByteBlock byte = padded_block_at(text, at);
    const ByteBlock next = padded_block_at(text, std::min(at + 1, text.size()));
    bytes |= byte;
    edges |= reinterpret_cast<ByteBlock>((byte == 0xEF) & (next == 0xBF));
    others |=
        reinterpret_cast<ByteBlock>((byte < 0x20) | (byte == '&') | (byte == '<') | (byte == '>') |
                                    (byte == '"') | (byte == '\'') | (byte == '\\'));
  }
  uint8_t out = (any(bytes & 0x80) ? Beyond : 0) | (any(edges) ? Edge : 0);
  if (any(others)) {
    for (const char c : text) out |= kClasses[static_cast<unsigned char>(c)];
  }
  return out;
}

bool is_publishable(std::string_view text, uint8_t classes) {
  if (classes & Control) return false;
  if (!(classes & Beyond)) return true;
  if (classes & Edge && (text.contains("\xEF\xBF\xBE") || text.contains("\xEF\xBF\xBF")))
    return false;
  return !find_invalid_utf8(text);
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
    default:
      return "&#39;";
  }
}

std::string_view quoted_form(char c) {
  switch (c) {
    case '"':
      return "\\\"";
    case '\\':
      return "\\\\";
    case '\t':
      return "\\t";
    default:
      return "\\n";
  }
}

uint8_t look_through(std::string_view text) {
  const uint8_t classes = classes_of(text);
  return classes | kLookedThrough | (is_publishable(text, classes) ? 0 : kUnpublishable);
}

uint8_t remembered(Symbol text) {
  static SymbolBytes known;
  return known.get(text, look_through);
}

bool is_plain(uint8_t classes) { return !(classes & (kUnpublishable | Markup | Quoted)); }

/// Appends the publishable text with `form` in place of each byte of a class.
void append_with(std::string& out, std::string_view text, uint8_t classes, ByteClass escaped,
                 std::string_view (*form)(char)) {
  if (classes & kUnpublishable) {
    const std::string clean = publishable(text);
    return append_with(out, clean, look_through(clean), escaped, form);
  }
  if (!(classes & escaped)) {
    out += text;
    return;
  }
  size_t from = 0;
  for (size_t at = 0; at < text.size(); at++) {
    if (!(kClasses[static_cast<unsigned char>(text[at])] & escaped)) continue;
    out += text.substr(from, at - from);
    out += form(text[at]);
    from = at + 1;
  }
  out += text.substr(from);
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

}  // namespace

bool is_publishable(std::string_view text) { return is_publishable(text, classes_of(text)); }

bool is_plain(std::string_view text) { return is_plain(look_through(text)); }
bool is_plain(Symbol text) { return is_plain(remembered(text)); }

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
  append_with(out, text, look_through(text), Markup, reference_of);
}

void append_escaped(std::string& out, Symbol text) {
  append_with(out, text.view(), remembered(text), Markup, reference_of);
}

void append_json(std::string& out, std::string_view text) {
  out += '"';
  append_with(out, text, look_through(text), Quoted, quoted_form);
  out += '"';
}

void append_json(std::string& out, Symbol text) {
  out += '"';
  append_with(out, text.view(), remembered(text), Quoted, quoted_form);
  out += '"';
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
