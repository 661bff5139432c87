#pragma once

#include <vector>

#include "diff/pairing.h"
#include "diff/pairing_side.h"

namespace catalog {

/// Adds what is left of both sides to the pairs of which it is a piece: to one on the same row, if
/// at least half of its elements are among those that the pair's whole has on the other side and
/// nothing on its own side has any more. The most of it first, whichever side it is on; a pair is
/// split or joined, never both.
void add_pieces(PairingSide& before, PairingSide& after, std::vector<ItemLink>& links);

}  // namespace catalog
