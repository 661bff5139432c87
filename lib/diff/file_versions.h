#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

#include "diff/catalogue_version.h"
#include "source/git_blobs.h"

namespace catalog {

/// One version of a file, read by what it is; of the three documents at most one is there.
struct FileVersion {
  std::unique_ptr<List> list;
  std::unique_ptr<Standard> standard;
  std::unique_ptr<Guideline> guideline;
  std::unique_ptr<AdjustmentsFile> adjustments;
  std::unique_ptr<WorkspaceFile> config;
  CatalogueVersion catalogue;  ///< of a list, standard or guideline; else its address is empty
  bool is_broken = false;      ///< it can't be parsed

  /// The item of an id; null where there is none.
  const Item* item(std::string_view id) const;
};

/// Versions of files by the names of their blobs, each read once, kept as long as this.
class FileVersions {
 public:
  explicit FileVersions(const std::string& repository) : blobs_(repository) {}

  /// The version of this blob, called by `path`; nothing is in it where the name is empty.
  std::expected<const FileVersion*, IoError> read(const std::string& blob, const std::string& path);
  /// Makes a version known that is no blob, under a name of its own.
  void put(const std::string& name, const std::string& path, std::string_view bytes);

 private:
  GitBlobs blobs_;
  std::unordered_map<std::string, std::unique_ptr<FileVersion>> known_;
};

}  // namespace catalog
