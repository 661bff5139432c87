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

/// A change of this pair of catalogues: of an item (null on the side that lacks it), or with
/// neither of the catalogue itself.
Change change_of(const VersionPair& pair, const Item* before, const Item* after);
/// The same of one difference of one field; its kind is the caller's to say.
Change change_of_part(const VersionPair& pair, const Item* before, const Item* after,
                      const FieldInfo& field, const FieldDifference& part);

/// All changes between the items of one link: renamed, renumbered, split or joined, then field by
/// field. Of a split the elements are compared with those of all pieces together, every other field
/// with each piece. Cells that a guideline leaves out are unknown and not compared.
void add_item_changes(const VersionPair& pair, const ItemLink& link, std::vector<Change>& out);

/// An item that only one version has. One that is not disclosed is no loss.
Change lone_item(const VersionPair& pair, const Item& item, bool gone);

}  // namespace catalog
