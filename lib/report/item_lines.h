#pragma once

#include <string>
#include <vector>

#include "model/item.h"
#include "text/bilingual.h"
#include "yaml/emit.h"

namespace catalog {

/// A key of an item and what stands under it, in words.
struct ItemLine {
  std::string label;
  std::string text;  ///< value_words()
};

/// A value in words: 市级：…, one line a level; the entries of a list side by side, with ；
/// between.
std::string value_words(const yaml::Value& value);

/// What an item says beside its name and id, key by key, for those who see it come or go.
std::vector<ItemLine> item_lines(const Item& item, Lang lang);

}  // namespace catalog
