#pragma once

#include <expected>
#include <string>
#include <string_view>
#include <vector>

#include "diff/version_diff.h"

namespace catalog {

/// The changes that take something from the public and have no reason on record.
std::vector<const Change*> unexplained_changes(const VersionDiff& diff);

/// The text of adjustments.yaml with a stub for each of these changes behind what is there: its
/// fingerprint, item, field and what changed, with an empty reason and basis to fill in. Every byte
/// that was there stays, comments too; changes whose fingerprint the file has already are left out.
/// An empty text makes a new file. An error where the text can't be parsed.
std::expected<std::string, Message> add_stubs(std::string_view text,
                                              const std::vector<const Change*>& changes,
                                              std::string_view version, Lang keys);

}  // namespace catalog
