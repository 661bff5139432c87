#pragma once

#include <map>
#include <string>

#include "source/file_system.h"

namespace catalog {

/// A file system whose writes stay in memory above another one, where they are read back: what a
/// change would do, without doing it.
class ShadowFileSystem : public FileSystem {
 public:
  explicit ShadowFileSystem(FileSystem& below) : below_(below) {}

  /// What was written, by the path that was given.
  const std::map<std::string, std::string>& written() const { return written_; }

  std::expected<std::string, IoError> read(const std::string& path) override;
  PathKind kind(const std::string& path) override;
  std::expected<std::vector<DirectoryEntry>, IoError> list(const std::string& path) override {
    return below_.list(path);
  }
  std::expected<std::unique_ptr<PendingFile>, IoError> create(const std::string& path) override;
  std::expected<void, IoError> create_folders(const std::string&) override { return {}; }
  std::string canonical(const std::string& path) override { return below_.canonical(path); }

 private:
  FileSystem& below_;
  std::map<std::string, std::string> written_;
};

}  // namespace catalog
