#pragma once

#include <expected>
#include <memory>
#include <string>
#include <vector>

#include "source/disk_file.h"
#include "source/file_system.h"

namespace catalog {

/// A folder that is made anew beside the one that it will replace: readers see the old one whole
/// until commit() puts the new one in its place in one step. Destroyed without commit() it leaves
/// the old one as it was. While it is there, no other is begun for a folder beside it (a lock on
/// the folder above), and what a killed process left is cleared away.
class StagedFolder {
 public:
  /// Begins beside `target`, which may be missing; waits for another that is under way.
  static std::expected<std::unique_ptr<StagedFolder>, IoError> begin(const std::string& target);
  StagedFolder(const StagedFolder&) = delete;
  StagedFolder& operator=(const StagedFolder&) = delete;
  ~StagedFolder();

  /// What is below the target is read as it was before and written beside it; all else is the disk.
  FileSystem& files() { return *files_; }
  /// Where a path below the target is being written.
  std::string staged(const std::string& path) const;
  /// Takes over files of the old folder (paths below it) as they are: hard links, so that their
  /// times stay and their bytes are not copied.
  std::expected<void, IoError> keep(const std::vector<std::string>& paths);
  std::expected<void, IoError> commit();

 private:
  StagedFolder(std::string given, std::string target, FileHandle lock);
  std::expected<void, IoError> prepare();
  std::expected<void, IoError> put_in_place();

  std::string given_;   ///< the target as the caller names it
  std::string target_;  ///< the same behind links
  std::string stage_;
  FileHandle lock_;
  std::unique_ptr<FileSystem> files_;
};

}  // namespace catalog
