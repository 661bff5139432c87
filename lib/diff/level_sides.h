#pragma once

#include "diff/sides.h"

namespace catalog {

/// Makes two loaded sides comparable where they are of different kinds, and remarks what can't be
/// compared: what a published table does not show is left out of the other side too; items of a
/// table without codes take the ids of those that they pair with; lists that were not published
/// because their domain has a standard are left out; a list's own names become the placeholders of
/// the standard that it is compared with.
void level_sides(LoadedSides& sides);

}  // namespace catalog
