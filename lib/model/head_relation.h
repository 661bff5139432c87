#pragma once

#include <vector>

#include "model/field_relation.h"

namespace catalog {

// All fields in which two catalogues differ beside their items, in the field table's order: the
// head (版本, 生效日期, 起草单位, 具体要求 …) and what is left out (不设说明). A record among them
// is compared key by key; of a list of records, a member is named by its identity and its keys are
// told as those of an element are.

std::vector<RelatedField> relate_heads(const List& before, const List& after,
                                       const Knowledge& knowledge);
std::vector<RelatedField> relate_heads(const Standard& before, const Standard& after,
                                       const Knowledge& knowledge);
std::vector<RelatedField> relate_heads(const Guideline& before, const Guideline& after,
                                       const Knowledge& knowledge);

}  // namespace catalog
