#include <dirent.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

#include "source/disk_file.h"
#include "source/file_system.h"
#include "source/io_error.h"

namespace catalog {

namespace {

/// Offsets are 32 bits wide; a regular file is read only where they reach.
constexpr off_t kLargestFile = INT_MAX;
/// What comes from a pipe or device may have no end.
constexpr size_t kLargestStream = 64u * 1024 * 1024;
constexpr size_t kStreamStep = 64u * 1024;

PathKind kind_of(const struct stat& status) {
  if (S_ISREG(status.st_mode)) return PathKind::File;
  return S_ISDIR(status.st_mode) ? PathKind::Folder : PathKind::Other;
}

/// Reads up to `size` bytes, fewer only at the end; the errno, or 0.
int read_fully(int handle, char* buffer, size_t size, size_t& done) {
  for (done = 0; done < size;) {
    const ssize_t count = ::read(handle, buffer + done, size - done);
    if (count == 0) break;
    if (count > 0) {
      done += static_cast<size_t>(count);
    } else if (errno != EINTR) {
      return errno;
    }
  }
  return 0;
}

/// Reads on to the end, which may lie anywhere; the errno, or 0.
int read_stream(int handle, std::string& text, size_t limit) {
  for (size_t count = kStreamStep; count == kStreamStep;) {
    const size_t before = text.size();
    text.resize(before + kStreamStep);
    const int error = read_fully(handle, text.data() + before, kStreamStep, count);
    text.resize(before + count);
    if (error) return error;
    if (text.size() > limit) return EFBIG;
  }
  return 0;
}

/// Reads a file whose size is known, without clearing the memory first; the errno, or 0.
int read_sized(int handle, std::string& text, size_t size) {
  int error = 0;
  text.resize_and_overwrite(size, [&](char* buffer, size_t) {
    size_t done = 0;
    error = read_fully(handle, buffer, size, done);
    return done;
  });
  return error;
}

int read_all(int handle, std::string& text) {
  struct stat status;
  if (::fstat(handle, &status) != 0) return errno;
  if (S_ISDIR(status.st_mode)) return EISDIR;
  if (!S_ISREG(status.st_mode)) return read_stream(handle, text, kLargestStream);
  if (status.st_size > kLargestFile) return EFBIG;
  if (const int error = read_sized(handle, text, static_cast<size_t>(status.st_size))) return error;
  // Files of /proc have no size, others may have grown meanwhile; else nothing is moved for this.
  char more = 0;
  size_t count = 0;
  if (const int error = read_fully(handle, &more, 1, count)) return error;
  if (count == 0) return 0;
  text += more;
  return read_stream(handle, text, kLargestFile);
}

/// The kind of one entry; a link counts as what it leads to.
PathKind kind_of(DIR* folder, const dirent& entry) {
  if (entry.d_type == DT_REG) return PathKind::File;
  if (entry.d_type == DT_DIR) return PathKind::Folder;
  struct stat status;
  if (::fstatat(::dirfd(folder), entry.d_name, &status, 0) != 0) return PathKind::Missing;
  return kind_of(status);
}

class Disk : public FileSystem {
 public:
  explicit Disk(Sync sync) : sync_(sync) {}

  std::expected<std::string, IoError> read(const std::string& path) override {
    const FileHandle handle = open_file(path, O_RDONLY);
    if (!handle) return std::unexpected(io_error(path, errno, IoAction::Read));
    std::string text;
    if (const int error = read_all(handle.get(), text)) {
      return std::unexpected(io_error(path, error, IoAction::Read));
    }
    return text;
  }

  std::expected<std::string, IoError> read_start(const std::string& path, size_t bytes) override {
    const FileHandle handle = open_file(path, O_RDONLY);
    if (!handle) return std::unexpected(io_error(path, errno, IoAction::Read));
    std::string text;
    if (const int error = read_sized(handle.get(), text, bytes)) {
      return std::unexpected(io_error(path, error, IoAction::Read));
    }
    return text;
  }

  PathKind kind(const std::string& path) override {
    struct stat status;
    return ::stat(path.c_str(), &status) == 0 ? kind_of(status) : PathKind::Missing;
  }

  std::optional<uint64_t> size(const std::string& path) override {
    struct stat status;
    if (::stat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) return std::nullopt;
    return static_cast<uint64_t>(status.st_size);
  }

  std::expected<std::vector<DirectoryEntry>, IoError> list(const std::string& path) override {
    const std::unique_ptr<DIR, int (*)(DIR*)> folder(::opendir(path.c_str()), &::closedir);
    if (!folder) return std::unexpected(io_error(path, errno, IoAction::List));
    std::vector<DirectoryEntry> entries;
    errno = 0;
    while (const dirent* entry = ::readdir(folder.get())) {
      const std::string_view name = entry->d_name;
      if (name != "." && name != "..") {
        entries.push_back({std::string(name), kind_of(folder.get(), *entry)});
      }
      errno = 0;
    }
    if (errno) return std::unexpected(io_error(path, errno, IoAction::List));
    std::ranges::sort(entries, {}, &DirectoryEntry::name);
    return entries;
  }

  std::expected<std::unique_ptr<PendingFile>, IoError> create(const std::string& path) override {
    return create_on_disk(path, sync_);
  }

  std::expected<void, IoError> create_folders(const std::string& path) override {
    if (::mkdir(path.c_str(), 0777) == 0) return {};
    int error = errno;
    if (error == ENOENT && !path.empty() && folder_of(path) != path) {
      if (auto above = create_folders(std::string(folder_of(path))); !above) return above;
      if (::mkdir(path.c_str(), 0777) == 0) return {};
      error = errno;
    }
    // A folder that is there is no error, whatever mkdir said (EROFS, EACCES on a mount point).
    const PathKind present = kind(path);
    if (present == PathKind::Folder) return {};
    if (error == EEXIST) error = ENOTDIR;
    return std::unexpected(io_error(path, error, IoAction::MakeFolder));
  }

  std::string canonical(const std::string& path) override {
    const std::unique_ptr<char, void (*)(void*)> real(::realpath(path.c_str(), nullptr), &::free);
    if (real) return real.get();
    const std::string_view folder = folder_of(path);
    if (path.empty() || folder == path) return normalize_path(path);
    return normalize_path(join_path(canonical(std::string(folder)), name_of(path)));
  }

 private:
  Sync sync_;
};

}  // namespace

bool is_readable_by_others(const std::string& path) {
  struct stat status;
  return ::stat(path.c_str(), &status) == 0 && (status.st_mode & (S_IRWXG | S_IRWXO)) != 0;
}

FileSystem& disk() {
  static Disk instance(Sync::Yes);
  return instance;
}

FileSystem& disk_without_sync() {
  static Disk instance(Sync::No);
  return instance;
}

}  // namespace catalog
