#pragma once

#include <vector>

#include "model/deadline.h"
#include "model/field_relation.h"

namespace catalog {

/// How two versions of a phrase relate, part by part and branch by branch. Other than against a
/// demand neither side is the measure: branches pair by what they are about in either direction,
/// a branch that only one side has is held against the other's general branch, and a retention that
/// ends (满5年不再公示) against none can't be ordered. Words that were not understood and differ
/// are a change. Nothing where the phrases are written alike; one editorial difference where all
/// parts mean the same.
std::vector<FieldDifference> relate_deadlines(const Text& before, const Text& after,
                                              const WorkingDays& calendar);

/// A waiting time's relation as one of fields: Weaker is narrower, Either and Unordered changed.
FieldRelation field_relation(Relation relation);

}  // namespace catalog
