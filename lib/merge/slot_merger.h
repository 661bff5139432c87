#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "merge/pairing.h"

namespace catalog {

/// One item to be merged: a match, or one piece of a split.
struct Slot {
  const ItemMatch* match = nullptr;
  std::optional<size_t> piece{};
  std::string id{};
};

/// What slots became beside their items, in their order.
struct MergedSlots {
  std::vector<Conflict> conflicts;
  std::vector<Removal> removals;
  std::vector<uint32_t> removal_rows;
};

/// Merges items, one slot after another. It remembers what it has understood, so each thread has
/// one of its own; what comes of a slot does not depend on others.
class SlotMerger {
 public:
  SlotMerger(const PairMerge& merge, const ItemSides& sides);
  ~SlotMerger();

  /// What the slot becomes; nothing where the item is gone. Says in `pair` what it was made of and
  /// appends to `out` how that came about.
  std::optional<StandardItem> merge(const Slot& slot, PairedItem& pair, MergedSlots& out);

 private:
  class Work;
  std::unique_ptr<Work> work_;
};

}  // namespace catalog
