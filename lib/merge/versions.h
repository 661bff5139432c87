#pragma once

#include <string>

#include "merge/line_merge.h"
#include "workspace/workspace.h"

namespace catalog {

/// What became of three versions of one file.
struct VersionsMerged {
  std::string text;
  bool conflicts = false;
  bool by_lines =
      false;  ///< as lines, because one of them is no list, standard or adoption that can be read
};

/// Merges two versions of a list, standard or adoption over their common ancestor, item by item and
/// field by field (an adoption's standards by domain, its changes by what they apply to, its
/// exclusions by item or domain): ours keeps its layout and comments, what theirs changed is edited
/// into it. A field that both changed differently stands between conflict markers, and only that
/// field. What can't be read, or can't be edited without loss, is merged as lines.
VersionsMerged merge_versions(const Workspace& workspace, std::string_view base,
                              std::string_view ours, std::string_view theirs,
                              const MarkerStyle& style);

}  // namespace catalog
