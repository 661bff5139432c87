#pragma once

#include <string_view>

#include "model/item.h"

namespace catalog {

/// The item's value that an element has where it has none of its own; null for keys that items and
/// elements do not share, or that the item has by level.
const Text* inherited_value(std::string_view key, const Item& item);

}  // namespace catalog
