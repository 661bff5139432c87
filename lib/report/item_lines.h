#pragma once

#include <string>
#include <vector>

#include "model/item.h"
#include "text/bilingual.h"

namespace catalog {

/// A key of an item and what stands under it, in words.
struct ItemLine {
  std::string label;
  std::string text;  ///< entries of a list separated by ；, levels by line breaks
};

/// What an item says beside its name and id, key by key, for those who see it come or go.
std::vector<ItemLine> item_lines(const Item& item, Lang lang);

}  // namespace catalog
