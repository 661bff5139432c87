#pragma once

#include <vector>

#include "diff/change.h"
#include "diff/pairing.h"

namespace catalog {

/// Both catalogues, and by what their values mean the same or not.
struct VersionPair {
  const CatalogueVersion& before;
  const CatalogueVersion& after;
  const Knowledge& knowledge;
};

/// All changes between the items of one link: renamed, renumbered, split or joined, then field by
/// field. Of a split the elements are compared with those of all pieces together, every other field
/// with each piece. Cells that a guideline leaves out are unknown and not compared.
void add_item_changes(const VersionPair& pair, const ItemLink& link, std::vector<Change>& out);

/// An item that only one version has. One that is not disclosed is no loss.
Change lone_item(const VersionPair& pair, const Item& item, bool gone);

}  // namespace catalog
