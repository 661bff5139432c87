#pragma once

#include <string>
#include <vector>

#include "text/bilingual.h"

namespace catalog {

/// What a new workspace is made from.
struct SkeletonRequest {
  std::string title;
  std::string version;  ///< 2026.1
  Lang keys = Lang::En;
};

/// A file of a new workspace.
struct SkeletonFile {
  std::string name;
  std::string text;
};

/// The files of a new workspace: catalog.yaml on the installed national set, and units.yaml with
/// one example unit to be replaced.
std::vector<SkeletonFile> workspace_skeleton(const SkeletonRequest& request,
                                             std::string_view schema_folder);

}  // namespace catalog
