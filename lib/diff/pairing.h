#pragma once

#include <cstdint>
#include <vector>

#include "diff/catalogue_version.h"

namespace catalog {

/// By what items of two versions were taken for the same.
enum class LinkedBy : uint8_t { Id, Provenance, Guideline, Name };

/// Items that belong together, by their place in the two versions: one and one, or of a split item
/// the pieces, or of a joined one what it came from.
struct ItemLink {
  std::vector<size_t> before;
  std::vector<size_t> after;
  LinkedBy by = LinkedBy::Id;
  double score = 1;  ///< likeness of names or elements, 0 to 1; of a split the part found again
};

/// The pairs of two versions' items; what is in no pair was removed or added.
///
/// Within one kind of catalogue by id, unless everything else speaks against it (an id that was
/// used again); a standard's item by the list items that it was merged from; then by guideline row,
/// if names or elements are alike; then by likeness of names, but never between two different rows.
/// What is left over on the row of a pair, and has its elements from there, is a piece of it. The
/// outcome does not depend on the order of items, of swapped versions it is the same, and a pair
/// stands whatever became of the others.
std::vector<ItemLink> pair_versions(const CatalogueVersion& before, const CatalogueVersion& after);

}  // namespace catalog
