#pragma once

#include <string>
#include <vector>

#include "merge/author_comments.h"
#include "merge/plan.h"
#include "yaml/emit.h"

namespace catalog {

/// The comments of the three versions.
struct PairComments {
  std::vector<AuthorComment> base, department, district;
};

/// The merged standard as YAML, piece by piece: open conflicts as `{conflict: {base, department,
/// district}}`, comments of all authors where they stood, or above their item where that place is
/// gone, or at the end where the item is. Made by up to `threads` threads (0: as many as there are
/// processors).
void write_merged(const PairMerged& merged, const PairComments& comments, Lang keys,
                  unsigned threads, const yaml::Sink& sink);
/// The same as one value.
yaml::Value merged_value(const PairMerged& merged, const PairComments& comments, Lang keys);

/// An alternative or result of a conflict as it would be written.
yaml::Value side_value(const ConflictSide& side);

}  // namespace catalog
