#pragma once

#include <expected>
#include <string>

#include "workspace/workspace.h"
#include "yaml/emit.h"

namespace catalog {

/// What a new list is to hold.
struct DraftRequest {
  std::string domain;
  std::string unit;
  Lang keys = Lang::En;
};

/// A list pre-filled from the guideline for a unit and its level: the rows that the guideline
/// demands at that level (all rows for a department), with the unit as publisher. A cell that the
/// guideline does not hold is left out, and a comment above the item names it; a row that was not
/// read on a publication says so too.
std::expected<yaml::Value, Message> draft_list(const Workspace& workspace,
                                               const DraftRequest& request);

/// Where the list belongs: lists/UNIT/DOMAIN.yaml.
std::string draft_path(const DraftRequest& request);

}  // namespace catalog
