#pragma once

#include <string>
#include <vector>

#include "publish/html.h"
#include "publish/item_answers.h"

namespace catalog {

/// The page of a unit's catalogue of one domain, item by item: each first answers who discloses,
/// when, for how long and where. An item's anchor is its id.
struct ItemsPage {
  const Edition* edition = nullptr;
  const std::vector<ItemAnswers>* answers = nullptr;
  PageFrame frame;
  std::string table_href;  ///< the same as a table
  std::string place_name;  ///< 徐汇区天平路街道
  std::string version;
  std::string updated;  ///< 2020年12月31日
  std::string hotline;  ///< may be empty
};
std::string write_items_page(const ItemsPage& page);
/// The same for a portal's page: without html, head and body.
std::string write_items_fragment(const ItemsPage& page);

}  // namespace catalog
