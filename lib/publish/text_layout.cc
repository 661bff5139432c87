#include "publish/text_layout.h"

#include <algorithm>
#include <limits>
#include <string_view>

#include "text/columns.h"
#include "text/utf8.h"

namespace catalog {

namespace {

constexpr std::u32string_view kNeverFirst = U"，。；：、！？）》〉」』】〕］｝…·％,.;:!?)]}%”’";
constexpr std::u32string_view kNeverLast = U"（《〈「『【〔［｛([{“‘";

/// The characters that most texts are made of; they are wide and may stand anywhere in a line.
bool is_common_han(char32_t c) { return c >= 0x4E00 && c <= 0x9FFF; }

uint32_t width_of(std::string_view bytes, char32_t c) {
  if (c < 0x80) return c < 0x20 ? 0 : 1;
  if (is_common_han(c)) return 2;
  if (display_width(bytes) == 0) return 0;
  // U+00B7 and what lies from U+2010 on is wide in Chinese fonts, whatever a terminal makes of it.
  return c == 0xB7 || c == 0xD7 || c >= 0x2010 ? 2 : display_width(bytes);
}

bool is_word_character(char32_t c) { return c > 0x20 && c < 0x2010; }

/// Breaks one text into lines, piece by piece; a piece is what can't be divided.
class LineBreaker {
 public:
  explicit LineBreaker(uint32_t width) : room_(std::max(width, 2u)) {}

  void put(uint32_t width, bool starts_line, bool ends_line, bool space) {
    if (used_ + width > room_ && !space && used_ > 0) {
      // A sign that may not begin a line takes the character before it along.
      lines_++;
      used_ = !starts_line || !last_ends_ ? std::min(last_, room_ - 1) : 0;
    }
    used_ += width;
    while (used_ > room_ && !space) lines_++, used_ -= room_;
    last_ = width, last_ends_ = ends_line;
  }

  void new_line() { lines_++, used_ = 0, last_ = 0, last_ends_ = true; }
  size_t lines() const { return lines_; }

 private:
  uint32_t room_;
  uint32_t used_ = 0;
  uint32_t last_ = 0;
  bool last_ends_ = true;
  size_t lines_ = 1;
};

/// Puts a text into a breaker until it takes more than `most` lines, and gives the byte where the
/// piece begins that is too many; the text's size where there is none.
size_t fill(LineBreaker& breaker, std::string_view text, size_t most) {
  for (size_t at = 0; at < text.size();) {
    const size_t begin = at;
    const CodePoint c = decode_utf8(text, at);
    at += c.length;
    if (is_common_han(c.value)) {
      breaker.put(2, true, true, false);
      if (breaker.lines() > most) return begin;
      continue;
    }
    uint32_t piece = width_of(text.substr(begin, c.length), c.value);
    if (c.value == '\n') {
      breaker.new_line();
      if (breaker.lines() > most) return begin;
      continue;
    }
    bool first = kNeverFirst.find(c.value) == kNeverFirst.npos;
    bool last = kNeverLast.find(c.value) == kNeverLast.npos;
    if (is_word_character(c.value) && first && last) {
      while (at < text.size()) {
        const CodePoint next = decode_utf8(text, at);
        if (!is_word_character(next.value)) break;
        piece += width_of(text.substr(at, next.length), next.value);
        at += next.length;
      }
    }
    breaker.put(piece, first, last, c.value == ' ');
    if (breaker.lines() > most) return begin;
  }
  return text.size();
}

}  // namespace

uint32_t printed_width(std::string_view text) {
  uint32_t width = 0;
  for (size_t at = 0; at < text.size();) {
    const CodePoint c = decode_utf8(text, at);
    width += width_of(text.substr(at, c.length), c.value);
    at += c.length;
  }
  return width;
}

size_t printed_lines(std::string_view text, uint32_t width) {
  // No character is wider than it has bytes.
  if (text.size() <= width && !text.contains('\n')) return 1;
  LineBreaker breaker(width);
  fill(breaker, text, std::numeric_limits<size_t>::max());
  return breaker.lines();
}

size_t printed_prefix(std::string_view text, uint32_t width, size_t lines) {
  LineBreaker breaker(width);
  if (const size_t end = fill(breaker, text, std::max<size_t>(lines, 1)); end > 0) return end;
  // An empty line, or a word that takes more lines by itself.
  if (text.starts_with('\n')) return 1;
  size_t at = 0;
  for (uint32_t used = 0; at < text.size();) {
    const CodePoint c = decode_utf8(text, at);
    used += width_of(text.substr(at, c.length), c.value);
    if (at > 0 && used > std::max(width, 2u) * lines) break;
    at += c.length;
  }
  return at;
}

}  // namespace catalog
