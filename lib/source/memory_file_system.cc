#include "source/memory_file_system.h"

#include <cerrno>

#include "source/io_error.h"

namespace catalog {

namespace {

/// Errors that a disk reports only once bytes arrive.
bool shows_while_writing(int code) {
  return code == ENOSPC || code == EDQUOT || code == EIO || code == EFBIG;
}

bool is_root(std::string_view path) { return path == "." || path == "/"; }

}  // namespace

/// Collects the bytes of one file until commit() puts them into its file system.
class MemoryPendingFile : public PendingFile {
 public:
  MemoryPendingFile(MemoryFileSystem& files, std::string path, int error)
      : files_(files), path_(std::move(path)), error_(error) {}

  std::expected<void, IoError> write(std::string_view bytes) override {
    if (!error_ && committed_) error_ = EBADF;
    if (!error_) bytes_ += bytes;
    return result();
  }

  std::expected<void, IoError> commit() override {
    if (!error_ && !committed_) {
      committed_ = true;
      const std::lock_guard lock(files_.mutex_);
      files_.files_[normalize_path(path_)] = std::move(bytes_);
      files_.written_.push_back(normalize_path(path_));
    }
    return result();
  }

 private:
  std::expected<void, IoError> result() const {
    if (error_) return std::unexpected(io_error(path_, error_, IoAction::Write));
    return {};
  }

  MemoryFileSystem& files_;
  std::string path_;
  std::string bytes_;
  int error_;
  bool committed_ = false;
};

void MemoryFileSystem::put(const std::string& path, std::string bytes) {
  const std::lock_guard lock(mutex_);
  const std::string place = normalize_path(path);
  add_folders(std::string(folder_of(place)));
  files_[place] = std::move(bytes);
}

void MemoryFileSystem::fail(const std::string& path, int error_code) {
  const std::lock_guard lock(mutex_);
  failures_[normalize_path(path)] = error_code;
}

std::expected<std::string, IoError> MemoryFileSystem::read(const std::string& path) {
  const std::lock_guard lock(mutex_);
  const std::string place = normalize_path(path);
  read_.push_back(place);
  if (const int error = failure_of(place)) {
    return std::unexpected(io_error(path, error, IoAction::Read));
  }
  if (const auto file = files_.find(place); file != files_.end() && !path.empty()) {
    return file->second;
  }
  const int error =
      kind_of(place) == PathKind::Folder && !path.empty() ? EISDIR : why_missing(place);
  return std::unexpected(io_error(path, error, IoAction::Read));
}

PathKind MemoryFileSystem::kind(const std::string& path) {
  const std::lock_guard lock(mutex_);
  return path.empty() ? PathKind::Missing : kind_of(normalize_path(path));
}

std::expected<std::vector<DirectoryEntry>, IoError> MemoryFileSystem::list(
    const std::string& path) {
  const std::lock_guard lock(mutex_);
  const std::string place = normalize_path(path);
  const PathKind present = path.empty() ? PathKind::Missing : kind_of(place);
  int error = failure_of(place);
  if (!error && present == PathKind::File) error = ENOTDIR;
  if (!error && present == PathKind::Missing) error = why_missing(place);
  if (error) return std::unexpected(io_error(path, error, IoAction::List));

  std::map<std::string, PathKind> found;
  const auto add = [&](const std::string& entry, PathKind kind) {
    if (!is_root(entry) && folder_of(entry) == place) found[std::string(name_of(entry))] = kind;
  };
  for (const auto& [file, bytes] : files_) add(file, PathKind::File);
  for (const std::string& folder : folders_) add(folder, PathKind::Folder);
  std::vector<DirectoryEntry> entries;
  for (const auto& [name, kind] : found) entries.push_back({name, kind});
  return entries;
}

std::expected<std::unique_ptr<PendingFile>, IoError> MemoryFileSystem::create(
    const std::string& path) {
  const std::lock_guard lock(mutex_);
  const std::string place = normalize_path(path);
  const std::string folder(folder_of(place));
  int error = failure_of(place);
  const bool later = shows_while_writing(error);
  if (!error || later) {
    if (path.empty()) {
      error = ENOENT;
    } else if (kind_of(place) == PathKind::Folder) {
      error = EISDIR;
    } else if (kind_of(folder) != PathKind::Folder) {
      error = kind_of(folder) == PathKind::File ? ENOTDIR : why_missing(folder);
    }
  }
  if (error && !shows_while_writing(error)) {
    return std::unexpected(io_error(path, error, IoAction::Write));
  }
  return std::make_unique<MemoryPendingFile>(*this, path, error);
}

std::expected<void, IoError> MemoryFileSystem::create_folders(const std::string& path) {
  const std::lock_guard lock(mutex_);
  const std::string place = normalize_path(path);
  int error = failure_of(place);
  if (!error && path.empty()) error = ENOENT;
  for (std::string at = place; !error && !is_root(at); at = std::string(folder_of(at))) {
    if (kind_of(at) == PathKind::File) error = ENOTDIR;
  }
  if (error) return std::unexpected(io_error(path, error, IoAction::MakeFolder));
  add_folders(place);
  return {};
}

std::string MemoryFileSystem::canonical(const std::string& path) { return normalize_path(path); }

PathKind MemoryFileSystem::kind_of(const std::string& place) const {
  if (files_.contains(place)) return PathKind::File;
  return is_root(place) || folders_.contains(place) ? PathKind::Folder : PathKind::Missing;
}

int MemoryFileSystem::failure_of(const std::string& place) const {
  const auto failure = failures_.find(place);
  return failure == failures_.end() ? 0 : failure->second;
}

int MemoryFileSystem::why_missing(const std::string& place) const {
  for (std::string at(folder_of(place)); !is_root(at); at = std::string(folder_of(at))) {
    if (files_.contains(at)) return ENOTDIR;
  }
  return ENOENT;
}

void MemoryFileSystem::add_folders(std::string folder) {
  for (; !is_root(folder); folder = std::string(folder_of(folder))) folders_.insert(folder);
}

}  // namespace catalog
