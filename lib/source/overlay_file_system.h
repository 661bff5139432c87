#pragma once

#include <string>

#include "source/file_system.h"

namespace catalog {

/// A file system in which one path has other bytes: standard input that stands for a file (`-` with
/// --stdin-path).
class OverlayFileSystem : public FileSystem {
 public:
  OverlayFileSystem(FileSystem& below, const std::string& path, std::string bytes);

  std::expected<std::string, IoError> read(const std::string& path) override;
  PathKind kind(const std::string& path) override;
  std::expected<std::vector<DirectoryEntry>, IoError> list(const std::string& path) override;
  std::expected<std::unique_ptr<PendingFile>, IoError> create(const std::string& path) override;
  std::expected<void, IoError> create_folders(const std::string& path) override;
  std::string canonical(const std::string& path) override;

 private:
  bool is_overlaid(const std::string& path);

  FileSystem& below_;
  std::string path_;    ///< canonical
  std::string folder_;  ///< of path_, canonical
  std::string name_;
  std::string bytes_;
};

}  // namespace catalog
