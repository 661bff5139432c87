#pragma once

#include "model/deadline_compare.h"
#include "model/deadline_pairing.h"

namespace catalog {

/// Compares one branch to another, part by part; `pair` gives the indices that the rows carry.
DeadlineComparison compare_branches(const Branch& branch, const Branch& demanded,
                                    const BranchPair& pair, const WorkingDays& calendar);

}  // namespace catalog
