#pragma once

#include <vector>

#include "workspace/workspace.h"

namespace catalog {

/// The adoptions that make a unit's catalogue, each resting on the one before it.
struct AdoptionChain {
  std::vector<const Adoption*> layers;  ///< lowest first; empty: the unit has adopted nothing
  const Adoption* circle = nullptr;     ///< the one whose `extends` leads back into the chain

  /// What is taken over of a domain: the entry of the uppermost layer that names it; null if none.
  const AdoptedStandard* standard(Symbol domain) const;
  /// The layer that an entry stands in.
  const Adoption* layer_of(const AdoptedStandard& entry) const;
  bool names_standards() const;
};

/// The chain of a unit: its own adoption, below it the one that this `extends`; of a street or town
/// without `extends`, or without an adoption, its district's.
AdoptionChain adoption_chain(const Workspace& workspace, const Unit& unit);

/// The unit that an adoption rests on: its `extends`, else of a street its district; empty if none.
Symbol base_of(const Workspace& workspace, const Adoption& adoption);

}  // namespace catalog
