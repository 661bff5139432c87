#pragma once

#include "model/fields_item.h"

namespace catalog {

/// Where the value of an item's field is written, from its first byte to its last; empty where it
/// is absent. `field` is its place in the field table.
Span field_span(const Item& item, size_t field);

}  // namespace catalog
