#pragma once

#include <vector>

#include "workspace/adopt.h"

namespace catalog {

/// One standard that an adoption raises.
struct Raise {
  const Workspace& workspace;
  const Adoption& adoption;
  Date as_of;
  const Standard* earlier;  ///< null where it was not found
  const Standard& current;
};

/// Appends the exclusions and local changes of the adoption that the new version may have made
/// wrong: the item is gone, was changed, or nothing matches any more; where the earlier version was
/// not found, all that concern the domain.
void judge_raise(const Raise& raise, std::vector<Judgement>& out);

}  // namespace catalog
