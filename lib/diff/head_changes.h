#pragma once

#include <string>
#include <unordered_set>
#include <vector>

#include "diff/item_changes.h"

namespace catalog {

/// Guideline rows of the items that are in no pair: what becomes of them is told by the items.
struct LoneRows {
  std::unordered_set<std::string> gone;
  std::unordered_set<std::string> come;
};

/// The changes of a catalogue beside its items: its head and what it leaves out (不设说明). Only
/// between two of one kind. A row left out takes something from the public, unless it gives the
/// reason of an item that is told as gone.
void add_head_changes(const VersionPair& pair, const LoneRows& rows, std::vector<Change>& out);

}  // namespace catalog
