#pragma once

#include <string>
#include <vector>

#include "source/file_system.h"
#include "workspace/workspace.h"

namespace catalog {

/// Where the files are that a workspace names in its catalog.yaml (or that stand in for those it
/// does not name).
struct ReferencePaths {
  std::vector<std::string> guidelines;
  std::vector<std::string> templates;
  std::string units;  ///< empty: none
  std::string legal;
  std::string calendar;
  std::string vocabulary;
  std::string demands;
};

/// Follows the paths of catalog.yaml: relative to `root`, folders to the YAML files below them,
/// `builtin:national` and what is absent to the installed set. A path that leads nowhere becomes a
/// problem.
ReferencePaths reference_paths(FileSystem& files, const std::string& root,
                               const WorkspaceFile& config, const std::string& builtin,
                               Problems& problems);

/// Reads all of them into the workspace; shows each file to the visitor.
std::expected<void, IoError> load_reference_data(FileSystem& files, const ReferencePaths& paths,
                                                 const LoadOptions& options, Workspace& workspace);

/// Reads the baseline that the options or catalog.yaml name, and shows it to the visitor. One that
/// catalog.yaml names need not exist yet.
std::expected<void, IoError> load_baseline(FileSystem& files, const LoadOptions& options,
                                           Workspace& workspace);

/// All *.yaml and *.yml files below a folder, sorted; hidden folders and `build` and `node_modules`
/// are passed over.
std::vector<std::string> yaml_files_below(FileSystem& files, const std::string& folder);

}  // namespace catalog
