#pragma once

#include <expected>
#include <optional>
#include <string>
#include <vector>

#include "source/file_system.h"

namespace catalog {

/// What the PATH arguments of a command mean: a workspace (all of it, or some of its files), or
/// bare files outside of one.
struct Target {
  std::optional<std::string> root;  ///< of the workspace
  std::vector<std::string> paths;   ///< within it, or bare files; empty: the whole workspace
};

/// Finds the workspace of the paths (of the current folder where there is none). It is an error of
/// usage when a path does not exist, when there is no workspace to take, or when the paths belong
/// to several.
std::expected<Target, Message> target_of(FileSystem& files, const std::vector<std::string>& paths);

/// The root of the workspace at `folder` (empty: the one around the current folder).
std::expected<std::string, Message> workspace_root(FileSystem& files, const std::string& folder);

}  // namespace catalog
