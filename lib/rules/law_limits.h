#pragma once

#include "rules/demand.h"

namespace catalog {

/// What a guideline row of the item says of a phrase that is longer than the law's.
enum class InGuideline { Silent, AsLong, Shorter };

/// Whether the rows of an item allow a phrase of 公开时限, so that the author followed them.
InGuideline in_guideline(const ItemView& view, Symbol phrase);

/// Whether an item is disclosed on own initiative, as what no mode is given of.
bool is_active(const ItemView& view);

/// Reports that a limit is longer than a law's; possible where not certain.
Finding& report_limit(const ItemView& view, const LegalDemand& demand, const Text& phrase, Span at,
                      Message message, bool certain, Reporter& out);

}  // namespace catalog
