#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "merge/pairing.h"

namespace catalog {

/// An item of the merged standard before it has its id.
struct Numbered {
  uint32_t row = kNoRow;                  ///< place of its row among all rows
  const Row* of = nullptr;                ///< the row
  std::string_view base_id{};             ///< empty where the base has no such item
  std::string_view name{};                ///< comparison form
  std::array<std::string_view, 2> ids{};  ///< of the sides, sorted: tells items of one name apart
  std::string id{};                       ///< the outcome
};

/// Gives each item its id: the base's, else the row's (further items on a row `5-2`), else a new
/// `nN`. No id of `taken` (all that the base has, those that are removed included) is used again.
/// Returns the items' places in the order of their rows, on one row in that of their ids.
/// `threads`: 0 for as many as there are processors.
std::vector<uint32_t> assign_ids(std::vector<Numbered>& items,
                                 const std::vector<std::string_view>& taken, unsigned threads);

/// Whether id `a` comes before `b` where numbers count as numbers: 2 before 10, 5 before 5-2.
bool natural_less(std::string_view a, std::string_view b);

}  // namespace catalog
