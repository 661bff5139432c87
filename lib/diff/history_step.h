#pragma once

#include <expected>
#include <optional>
#include <string>
#include <vector>

#include "diff/file_versions.h"
#include "diff/version_diff.h"
#include "model/field_relation.h"
#include "source/git_log.h"

namespace catalog {

/// What one commit did to one item.
struct HistoryStep {
  bool is_touched = false;
  bool appears = false;
  bool disappears = false;
  std::string address;  ///< after it; of one that disappears: before
  std::string name;     ///< the item's
  std::string file;
  std::string version;              ///< of the file
  std::vector<std::string> before;  ///< the addresses that the item had before it
  std::vector<std::string> paths;   ///< of the files in which those stood
  std::string moved_from;           ///< the path of the same catalogue before, if it was another
  std::vector<Change> changes;
  CatalogueSet old_set;  ///< of the files compared; changes point into both
  CatalogueSet new_set;
  std::optional<std::string> broken{};  ///< the path of a version that can't be parsed
};

/// Looks at what commits did, against the words of now.
class StepReader {
 public:
  StepReader(FileVersions& versions, const Knowledge& knowledge, const Workspace& names)
      : versions_(versions), knowledge_(knowledge), names_(names) {}

  /// What a commit did to the item of an address (`catalogue` and `id`) that stands, or stood, in
  /// one of these paths.
  std::expected<HistoryStep, IoError> read(const LoggedCommit& commit, const std::string& catalogue,
                                           const std::string& id,
                                           const std::vector<std::string>& paths);

 private:
  /// The versions of one file that a commit changed.
  struct Changed {
    const LoggedFile* file;
    const FileVersion* after;
    std::vector<const FileVersion*> before;
  };
  struct Found {
    const FileVersion* version = nullptr;
    const Item* item = nullptr;
  };

  std::expected<Changed, IoError> load(const LoggedFile& file);
  /// Adds the other files of a commit that the item may have come from, or gone to.
  std::expected<void, IoError> load_others(const LoggedCommit& commit, bool gone,
                                           std::vector<Changed>& files);
  void compare(const std::vector<Changed>& files, const std::string& address, bool is_there,
               HistoryStep& out);

  /// The item stands in another file of the same catalogue.
  static void find_moved_file(const std::vector<Changed>& files, const std::string& catalogue,
                              const std::string& id, HistoryStep& out);

  FileVersions& versions_;
  const Knowledge& knowledge_;
  const Workspace& names_;
};

}  // namespace catalog
