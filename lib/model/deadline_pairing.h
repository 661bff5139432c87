#pragma once

#include <optional>
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

/// How alike two branches are in what they are about, from 0 to 1; branches below 0.6 are not the
/// same. The same for either order.
double branch_likeness(const Branch& a, const Branch& b);
/// The branch that speaks for all that no other branch names, if there is one.
std::optional<size_t> general_branch(const Deadline& deadline);

}  // namespace catalog
