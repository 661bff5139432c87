#pragma once

#include <functional>
#include <vector>

#include "workspace/resolve.h"

namespace catalog {

/// A local change of an adoption meeting one item, as a unit of that level sees it.
struct SetUse {
  const AdoptionSet& set;
  Symbol domain;
  Symbol id;
  Level level;
  const Item& before;  ///< what the layers beneath have made of it
};

/// Calls f for each item that a change of the adoption meets: the items of the standards that its
/// unit has taken over, at the unit's level and, for a district, at that of its streets and towns.
void each_set_use(const Workspace& workspace, const Adoption& adoption, Date as_of,
                  const std::function<void(const SetUse&)>& f);

/// The changes of an adoption that meet no item at all, for none of its units.
std::vector<const AdoptionSet*> unmatched_sets(const Workspace& workspace, const Adoption& adoption,
                                               Date as_of);

/// The standards that an adoption's unit has taken over, in the workspace's order of files.
std::vector<const Standard*> adopted_standards(const Workspace& workspace,
                                               const Adoption& adoption);

/// Whether an item of this id is in the domain's standard, or was added beneath this adoption.
bool item_exists(const Workspace& workspace, const Adoption& adoption, Symbol domain, Symbol id);

}  // namespace catalog
