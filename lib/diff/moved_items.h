#pragma once

#include <cstddef>
#include <utility>
#include <vector>

#include "diff/catalogue_version.h"

namespace catalog {

/// An item that no item of its own list was paired with.
struct LoneItem {
  const CatalogueVersion* before;  ///< the pair of lists that it stands in
  const CatalogueVersion* after;
  size_t place;  ///< among the items of the one that has it
  bool moved = false;

  const Item& in(const CatalogueVersion& catalogue) const { return *catalogue.items[place]; }
};

/// The items that left one list and came into another one of the same kind: to another domain of
/// the same unit, or within a domain to another unit; with the same name and at least half of their
/// elements. The most alike first, by their places in the two lists.
std::vector<std::pair<size_t, size_t>> find_moved(const std::vector<LoneItem>& gone,
                                                  const std::vector<LoneItem>& come);

}  // namespace catalog
