#pragma once

#include <map>
#include <mutex>
#include <set>
#include <string>
#include <vector>

#include "source/file_system.h"

namespace catalog {

/// A file system in memory: for tests, and wherever text must be looked at as a workspace without
/// touching the disk. It records what was read, written and made, and can be told to fail. Paths
/// are kept as normalize_path() writes them;
/// "." and "/" are always there. May be used from several threads; the records are read when they
/// have ended.
class MemoryFileSystem : public FileSystem {
 public:
  MemoryFileSystem() = default;
  /// Puts a file and the folders above it.
  void put(const std::string& path, std::string bytes);
  /// Every later read, list or write of this path fails with this errno: as on a disk, a full one
  /// (ENOSPC, EDQUOT, EIO, EFBIG) when bytes are written, anything else (EACCES …) at once.
  void fail(const std::string& path, int error_code);

  const std::map<std::string, std::string>& files() const { return files_; }
  const std::set<std::string>& folders() const { return folders_; }
  /// Every path that was asked for by read(), in order, those that failed included.
  const std::vector<std::string>& read_paths() const { return read_; }
  /// Every path that was committed, in order.
  const std::vector<std::string>& written_paths() const { return written_; }

  std::expected<std::string, IoError> read(const std::string& path) override;
  PathKind kind(const std::string& path) override;
  std::expected<std::vector<DirectoryEntry>, IoError> list(const std::string& path) override;
  std::expected<std::unique_ptr<PendingFile>, IoError> create(const std::string& path) override;
  std::expected<void, IoError> create_folders(const std::string& path) override;
  std::string canonical(const std::string& path) override;

 private:
  friend class MemoryPendingFile;

  PathKind kind_of(const std::string& place) const;
  int failure_of(const std::string& place) const;
  int why_missing(const std::string& place) const;
  void add_folders(std::string folder);

  std::mutex mutex_;
  std::map<std::string, std::string> files_;
  std::set<std::string> folders_;
  std::map<std::string, int> failures_;
  std::vector<std::string> read_, written_;
};

}  // namespace catalog
