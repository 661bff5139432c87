#pragma once

#include <memory>

#include "merge/pairing.h"

namespace catalog {

/// The three versions of one item; null where a version has none.
struct Three {
  const Item* base = nullptr;
  const Item* department = nullptr;
  const Item* district = nullptr;
  bool against_standard = false;  ///< the base is the last standard's item
  /// Where an item was split: the whole's part for one piece.
  std::shared_ptr<Item> whole_part{}, base_part{};
};

/// Cuts the whole, and the base, down to what belongs to one piece of a split: elements that no
/// piece has go to the first.
void split_whole(const PairMerge& merge, const ItemSides& sides, const ItemMatch& match,
                 size_t piece, Three& three);

}  // namespace catalog
