#pragma once

#include <string>
#include <string_view>

#include "diff/release.h"

namespace catalog {

/// The record of changes (更新记录) of a workspace with the section of this release before those of
/// earlier ones; an empty text makes a new file. A section of the same version is replaced. Always
/// in Chinese, in the words of those who look an item up: by version, by domain, by class.
std::string add_to_changelog(const std::string& text, const ReleaseChanges& changes);

/// One change as a sentence of that record, without its end: 不再公开“…”.
std::string public_sentence(const Change& change);

}  // namespace catalog
