#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "merge/author_comments.h"

namespace catalog {

/// A merged text (ours, with its comments) with the comments that theirs added over the base, where
/// they stand in theirs, and without those that theirs took out. A comment whose field is gone
/// stands above its item, one whose item is gone at the end of the file.
std::string edit_comments(std::string_view text, const std::vector<AuthorComment>& base,
                          const std::vector<AuthorComment>& ours,
                          const std::vector<AuthorComment>& theirs);

}  // namespace catalog
