#pragma once

#include <string_view>

#include "dice.h"
#include "value.h"

namespace catalog::bench {

/// Plants one mistake in an item and names it, as defects.tsv lists it. `previous_id` is the id of
/// the item before it in the list, empty for the first one; the item has a topic, elements, basis,
/// deadline, publisher and channels.
std::string_view plant_defect(Value& item, std::string_view previous_id, std::string_view domain,
                              Dice& dice);

}  // namespace catalog::bench
