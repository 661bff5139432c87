#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "text/utf8.h"

namespace catalog::test {

/// Texts of a small alphabet, the same in every run: Chinese, ASCII, full width, marks, beyond the
/// BMP.
class GeneratedTexts {
 public:
  explicit GeneratedTexts(uint32_t seed) : random_(seed) {}

  size_t below(size_t bound) { return random_() % bound; }

  std::string text(size_t longest) {
    static constexpr std::u32string_view kAlphabet =
        U"公开事项目录社会救助低保ab1 2（）《》〔〕“”；，。：\t■●①…—～·Ａ１　𠮷😀é\u0301\u200D";
    std::string out;
    for (size_t left = below(longest + 1); left > 0; --left) {
      append_utf8(out, kAlphabet[below(kAlphabet.size())]);
    }
    return out;
  }

  /// The same, with single bytes damaged now and then.
  std::string damaged_text(size_t longest) {
    std::string out = text(longest);
    for (size_t at = 0; at < out.size(); ++at) {
      if (below(20) == 0) out[at] = static_cast<char>(below(256));
    }
    return out;
  }

 private:
  std::mt19937 random_;
};

}  // namespace catalog::test
