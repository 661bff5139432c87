#pragma once

#include <expected>
#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "merge/output.h"
#include "merge/plan.h"

namespace catalog {

/// What is wrong with the files that are loaded, kept for those that are merged: why one can't be
/// parsed, what of it would be lost, and which conflicts are still open in it.
class MergeTrouble {
 public:
  /// To be given to the loader.
  FileVisitor visitor();
  /// Why the file can't be merged, or nothing; `draft`: open conflicts are no reason.
  std::optional<Message> of(FileSystem& files, const std::string& path, bool draft = false) const;
  /// ID:FIELD of the open conflicts of a file.
  std::set<std::string> unsettled(Symbol path) const;

 private:
  struct File {
    std::optional<Message> unreadable;
    std::optional<Message> lossy;
    std::set<std::string> unsettled;
  };
  void visit(const FileView& view);

  std::mutex mutex_;
  std::map<std::string, File> files_;
};

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
                                            const MergeTrouble& trouble,
                                            const PairRequest& request);

/// Where the domain's standard belongs: its own file, else standards/DOMAIN.yaml.
std::string standard_path(const Workspace& workspace, Symbol domain);

/// The comments of the files that are merged.
PairComments read_comments(FileSystem& files, const PairMerge& merge);

/// The language of the keys in the department's list.
Lang language_of(FileSystem& files, const List& list);

/// The line for editors with which a file opens that is written over, else `otherwise`.
std::string opening_line(FileSystem& files, const std::string& path, std::string otherwise);

}  // namespace catalog
