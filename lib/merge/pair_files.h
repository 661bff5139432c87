#pragma once

#include <expected>
#include <string>
#include <vector>

#include "merge/merge_files.h"
#include "merge/output.h"

namespace catalog {

/// What `merge` is asked for.
struct PairRequest {
  std::string domain{};                  ///< of the workspace's pairing; or
  std::string department{}, district{};  ///< two files, in any order
  std::string base{};                    ///< a standard's file; empty: the workspace's
  SettlePlan settle{};
};

/// Finds the lists and the base of a request among what was loaded. Each thing that is missing has
/// a message that says what to write.
std::expected<PairMerge, Message> find_pair(FileSystem& files, const Workspace& workspace,
                                            const MergeFiles& seen, const PairRequest& request);

/// Where the domain's standard belongs: its own file, else standards/DOMAIN.yaml.
std::string standard_path(const Workspace& workspace, Symbol domain);

/// The comments of the files that are merged.
PairComments read_comments(FileSystem& files, const MergeFiles& seen, const PairMerge& merge);

/// The line for editors with which a file opens that is written over, else `otherwise`.
std::string opening_line(FileSystem& files, const std::string& path, std::string otherwise);

}  // namespace catalog
