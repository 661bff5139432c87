#pragma once

#include "model/field_relation.h"

namespace catalog {

/// One text against another by what the field's words mean: mode, extent, audience, date, name,
/// any other text. Nothing where they are written alike.
std::vector<FieldDifference> relate_words(Compare compare, const Text& before, const Text& after,
                                          const Knowledge& knowledge);

/// A difference of two whole texts.
FieldDifference text_difference(FieldRelation relation, const Text& before, const Text& after);

/// Which of two places in an order of openness is the narrower: a higher one is.
FieldRelation by_rank(size_t before, size_t after);

/// Whether two texts are the same but for width, blanks and signs.
bool same_form(Symbol a, Symbol b);
/// The comparison form of a text, worked out once in the process.
const std::string& form_of(Symbol text);

}  // namespace catalog
