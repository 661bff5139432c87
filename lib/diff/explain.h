#pragma once

#include <vector>

#include "diff/version_diff.h"

namespace catalog {

/// An adjustment that explains nothing, and why: it names no change of this comparison, or gives no
/// reason.
struct IdleAdjustment {
  const Adjustment* adjustment;
  Symbol file;
  bool without_reason = false;  ///< it names a change, but its reason is empty
};

/// Puts the reasons on record beside the changes: the adjustments of the newer version (by
/// fingerprint, by item and field, or by item); for items that are gone the omissions of their
/// guideline rows, or of their domains in the workspace; for an omission its own reason. An empty
/// reason explains nothing. Returns the adjustments that explain nothing.
std::vector<IdleAdjustment> explain_changes(VersionDiff& diff, const Workspace& after,
                                            const CatalogueSet& set);
/// The same from these records.
std::vector<IdleAdjustment> explain_changes(std::vector<Change>& changes,
                                            const std::vector<AdjustmentsFile>& records,
                                            const CatalogueSet& set);

}  // namespace catalog
