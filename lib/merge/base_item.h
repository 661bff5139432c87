#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "merge/merger.h"
#include "merge/pairing.h"

namespace catalog {

/// What stood before each item: the last standard's item, else its guideline row without the cells
/// that were not read on a publication (they settle nothing).
class BaseItems {
 public:
  explicit BaseItems(const PairMerge& merge);

  /// The row of this number (as ItemMatch has it); null for kNoRow.
  const Row* row(uint32_t number) const { return number == kNoRow ? nullptr : rows_[number]; }
  /// The address of a row that there is: guideline/D/ROW.
  Symbol address_of(uint32_t row);
  /// The base of a match; null where there is none.
  const Item* of(const ItemMatch& match, const ItemSides& sides);
  /// Tells the merger the order of the row's elements, basis and channels.
  void order_by(uint32_t row, RecordMerger& merger, const MergeMeanings& meanings);

 private:
  Item verified_part(const Row& row) const;

  const PairMerge& merge_;
  std::vector<const Row*> rows_;
  std::unordered_map<uint32_t, Symbol> addresses_;
  std::unordered_map<uint32_t, Item> items_;
  std::unordered_map<uint32_t, std::unordered_map<Symbol, size_t>> ranks_;
};

/// The text of an item at a field path: deadline, deadline.区级.
std::optional<Symbol> text_at_path(const Item& item, std::string_view path,
                                   const MergeMeanings& meanings);

}  // namespace catalog
