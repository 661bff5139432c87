#pragma once

#include <array>
#include <cstdint>
#include <memory>

namespace catalog {

/// What comparison makes of each code point of the planes' first 65,536; all others stay as they
/// are. The table is made once, of Unicode's compatibility forms and of this file's own classes of
/// signs.
class ComparisonTable {
 public:
  static constexpr char32_t kDrop = 0xFFFFFFFF;  ///< an invisible sign: left out
  static constexpr char32_t kSpace = ' ';        ///< any white space

  static const ComparisonTable& instance();

  char32_t operator[](char32_t point) const {
    if (point > 0xFFFF) return point;
    const Page* page = pages_[point >> 8].get();
    return page ? (*page)[point & 0xFF] : point;
  }

 private:
  using Page = std::array<char32_t, 256>;

  ComparisonTable();
  void set(char32_t point, char32_t value);
  void set_compatible(char32_t first, char32_t last);
  void set_lower(char32_t first, char32_t last);
  /// Follows each value once more: a full-width grave becomes a grave becomes a quotation mark.
  void settle();

  std::array<std::unique_ptr<Page>, 256> pages_;
};

}  // namespace catalog
