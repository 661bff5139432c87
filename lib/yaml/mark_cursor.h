#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace catalog::yaml {

/// Turns libyaml's marks, which count code points from behind the BOM, into bytes of a UTF-8 text.
/// Marks come nearly in order, so the cursor walks from the last one: the whole text is passed
/// about once.
class MarkCursor {
 public:
  MarkCursor(std::string_view text, uint32_t bom) : text_(text), byte_(bom), begin_(bom) {}

  /// The byte at which the code point number `index` begins.
  uint32_t byte_of(size_t index) {
    if (index >= index_) {
      forward(index - index_);
    } else {
      backward(index_ - index);
    }
    index_ = index;
    return byte_;
  }

 private:
  static bool is_continuation(char c) { return (static_cast<uint8_t>(c) & 0xC0) == 0x80; }

  void forward(size_t count) {
    while (byte_ + 8 <= text_.size()) {
      uint64_t word;
      std::memcpy(&word, text_.data() + byte_, 8);
      // A byte 10xxxxxx continues a code point: its highest bit is set, the next one is not.
      const uint64_t continues = word & ~(word << 1) & 0x8080808080808080;
      const auto begins = static_cast<size_t>(8 - std::popcount(continues));
      if (begins > count) break;
      count -= begins;
      byte_ += 8;
    }
    for (; byte_ < text_.size(); ++byte_) {
      if (is_continuation(text_[byte_])) continue;
      if (count == 0) return;
      --count;
    }
  }

  void backward(size_t count) {
    while (count > 0 && byte_ > begin_) {
      --byte_;
      if (!is_continuation(text_[byte_])) --count;
    }
  }

  std::string_view text_;
  uint32_t byte_;
  uint32_t begin_;
  size_t index_ = 0;
};

}  // namespace catalog::yaml
