#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "merge/author_comments.h"

namespace catalog {

/// A merged text (ours, with its comments) with the comments that theirs added over the base, where
/// they stand in theirs, and without those that theirs took out; what ours added stays, even where
/// theirs took out what it stood at. A comment whose field is gone
/// stands above its item, one whose item is gone at the end of the file.
std::string edit_comments(std::string_view text, const CommentedVersion& base,
                          const CommentedVersion& ours, const CommentedVersion& theirs);

}  // namespace catalog
