#pragma once

#include <expected>

#include "rules/validate.h"
#include "source/revision_file_system.h"

namespace catalog {

/// Leaves of a validation the findings that belong to what changed since a revision (`--since`),
/// and counts the others (summary.unchanged). A finding on an item stays where the item is new or
/// changed: its text for rules that look at text, its values for all others, so that a reformatted
/// file is not taken for a changed one. It also stays where the row or item that it rests on
/// changed. A finding on no item stays where its file changed. What is left validates nothing
/// (complete = false).
std::expected<void, IoError> keep_changed(Validation& validation, FileSystem& files,
                                          RevisionFileSystem& before, unsigned threads);

}  // namespace catalog
