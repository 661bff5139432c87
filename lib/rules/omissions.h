#pragma once

#include "rules/views.h"

namespace catalog {

/// Whether a day until which something holds has passed; no day never does.
bool is_over(const Text& until, Date as_of);

/// Whether a catalogue must have items for a row of its guideline: a standard for all rows, a
/// unit's list for those of its own level, a city department's for none.
bool asks_for(const CatalogueView& view, const RowDemand& row);

}  // namespace catalog
