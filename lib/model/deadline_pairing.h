#pragma once

#include <vector>

#include "model/deadline.h"

namespace catalog {

/// Two branches to be compared, by index.
struct BranchPair {
  size_t branch;
  size_t demanded;
  bool loose = false;  ///< the phrase speaks of its subject only in general
};

/// Pairs the branches of two phrases for comparison, ordered by the demand's branches.
std::vector<BranchPair> pair_branches(const Deadline& phrase, const Deadline& demanded);

}  // namespace catalog
