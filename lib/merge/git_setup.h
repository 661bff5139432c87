#pragma once

#include <expected>
#include <string>
#include <vector>

#include "source/file_system.h"

namespace catalog {

/// What a repository is set up for.
struct GitSetupRequest {
  std::string folder = ".";  ///< in the repository
  std::string program;       ///< how git runs catalog: `catalog`, or a path
  bool global = false;       ///< the configuration of the user, not of the repository
  bool diff_driver = false;  ///< register `catalog diff --driver` too
};

/// One line of .gitattributes or one entry of git's configuration.
struct GitSetting {
  std::string where;  ///< the file, or `git config`
  std::string what;
  bool there = false;
};

/// What the setup consists of.
struct GitSetupPlan {
  std::string attributes_path;
  std::string attributes;  ///< the file with what is missing
  std::vector<GitSetting> settings;
  bool global = false;

  bool complete() const;
};

/// Looks at a repository: which attributes and which configuration are there and which are missing.
std::expected<GitSetupPlan, Message> plan_git_setup(FileSystem& files,
                                                    const GitSetupRequest& request);

/// Writes what is missing; a second time it changes nothing.
std::expected<void, Message> apply_git_setup(FileSystem& files, const GitSetupPlan& plan,
                                             const GitSetupRequest& request);

}  // namespace catalog
