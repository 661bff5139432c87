#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "merge/plan.h"

namespace catalog {

constexpr uint32_t kNoRow = 0xFFFFFFFF;

/// Which of one version's items belong to a match: mostly one, several are the pieces of a split.
class Places {
 public:
  Places() = default;
  Places(uint32_t one) { push_back(one); }

  bool empty() const { return size_ == 0; }
  size_t size() const { return size_; }
  uint32_t front() const { return first_; }
  uint32_t operator[](size_t i) const { return i == 0 ? first_ : more_[i - 1]; }
  void push_back(uint32_t place) {
    if (size_++ == 0) {
      first_ = place;
    } else {
      more_.push_back(place);
    }
  }

 private:
  uint32_t first_ = 0, size_ = 0;
  std::vector<uint32_t> more_;
};

/// Items that belong together, by their place in the three versions.
struct ItemMatch {
  std::optional<uint32_t> base{};
  Places department{}, district{};
  PairedBy by = PairedBy::Alone;
  double score = 0;
  uint32_t row = kNoRow;  ///< place of the first guideline row that one of them implements
};

/// One version's items, and the comparison forms of their names.
struct SideItems {
  std::vector<const Item*> items;
  std::vector<std::string> names;
};

/// The items of both sides, placeholders put in, and of the last standard.
struct ItemSides {
  std::span<const StandardItem> standard;  ///< the last standard's, or the draft's
  SideItems base;                          ///< the same
  SideItems department, district;
};

/// The item at one of `some` places; null where there are fewer.
inline const Item* item_of(const SideItems& side, const Places& some, size_t piece = 0) {
  return piece < some.size() ? side.items[some[piece]] : nullptr;
}

/// Pairs items: by the last standard's item, then by guideline row (several on one row by name),
/// then by name; never by bare id. Each item occurs once. The outcome does not depend on the order
/// of the items.
std::vector<ItemMatch> pair_items(const PairMerge& merge, const ItemSides& sides);

}  // namespace catalog
