#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "source/span.h"

namespace catalog {

/// A text as the phrase parsers see it: code points with full width, traditional forms of grammar
/// words and kinds of dashes folded, each still knowing its bytes in the text as written.
class FoldedText {
 public:
  enum class Blanks : uint8_t {
    Drop,  ///< white space vanishes: it stands inside words of copied tables
    Keep   ///< each white space is U+0020
  };
  FoldedText(std::string_view text, Blanks blanks);

  std::u32string_view view() const { return points_; }
  size_t size() const { return points_.size(); }
  char32_t operator[](size_t at) const { return points_[at]; }

  /// The bytes of the code points [begin, end); an empty range is the place before `begin`.
  Span span(size_t begin, size_t end) const;
  /// The folded text of [begin, end) as UTF-8.
  std::string text(size_t begin, size_t end) const;

 private:
  std::u32string points_;
  std::vector<uint32_t> begins_;  ///< byte where each code point begins
  std::vector<uint32_t> ends_;
  uint32_t bytes_ = 0;
};

/// Length of the longest of `words` that `text` begins with, or 0.
template <class Words>
size_t longest_prefix(std::u32string_view text, const Words& words) {
  size_t longest = 0;
  for (const std::u32string_view word : words) {
    if (word.size() > longest && text.starts_with(word)) longest = word.size();
  }
  return longest;
}

/// Length of the longest of `words` that `text` ends with, or 0.
template <class Words>
size_t longest_suffix(std::u32string_view text, const Words& words) {
  size_t longest = 0;
  for (const std::u32string_view word : words) {
    if (word.size() > longest && text.ends_with(word)) longest = word.size();
  }
  return longest;
}

/// Whether `text` contains one of `words`.
template <class Words>
bool contains_any(std::u32string_view text, const Words& words) {
  for (const std::u32string_view word : words) {
    if (text.find(word) != text.npos) return true;
  }
  return false;
}

}  // namespace catalog
