#include "source/disk_file.h"

#include <fcntl.h>
#include <limits.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstdio>
#include <optional>
#include <random>
#include <utility>

#include "source/io_error.h"

namespace catalog {

namespace {

constexpr int kMostLinks = 40;      // as Linux counts
constexpr int kMostTries = 100;     // for a name that is free
constexpr size_t kNameBytes = 200;  // of the target's name in the name beside it; NAME_MAX is 255

std::unexpected<IoError> failed(const std::string& path, int code) {
  return std::unexpected(io_error(path, code, IoAction::Write));
}

/// Writes all bytes; the errno, or 0.
int write_fully(int handle, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = ::write(handle, bytes.data(), bytes.size());
    if (count >= 0) {
      bytes.remove_prefix(static_cast<size_t>(count));
    } else if (errno != EINTR) {
      return errno;
    }
  }
  return 0;
}

/// Brings what was written to the device; the errno, or 0 (also where the file system can't).
int bring_to_device(int handle) {
  while (::fsync(handle) != 0) {
    if (errno == EINVAL || errno == ENOTSUP || errno == EROFS) return 0;
    if (errno != EINTR) return errno;
  }
  return 0;
}

/// Keeps the first error of a file being written: every later call returns it.
class DiskPendingFile : public PendingFile {
 public:
  DiskPendingFile(std::string path, FileHandle handle)
      : path_(std::move(path)), handle_(std::move(handle)) {}

  std::expected<void, IoError> write(std::string_view bytes) override {
    if (!error_) error_ = committed_ ? EBADF : write_fully(handle_.get(), bytes);
    return result();
  }

  std::expected<void, IoError> commit() override {
    if (!error_ && !committed_) {
      committed_ = true;
      error_ = finish();
    }
    return result();
  }

 protected:
  /// The last steps; the errno, or 0.
  virtual int finish() = 0;

  std::string path_;
  FileHandle handle_;
  bool committed_ = false;

 private:
  std::expected<void, IoError> result() const {
    if (error_) return failed(path_, error_);
    return {};
  }

  int error_ = 0;
};

/// A device, a pipe or an open file: written to as it comes, nothing to take back.
class DirectFile : public DiskPendingFile {
 public:
  using DiskPendingFile::DiskPendingFile;

 private:
  int finish() override { return handle_.close(); }
};

/// A file beside its target, renamed at the end.
class BesideFile : public DiskPendingFile {
 public:
  BesideFile(std::string path, FileHandle handle, std::string beside, std::string target, Sync sync)
      : DiskPendingFile(std::move(path), std::move(handle)),
        beside_(std::move(beside)),
        target_(std::move(target)),
        sync_(sync) {}
  BesideFile(const BesideFile&) = delete;
  BesideFile& operator=(const BesideFile&) = delete;
  ~BesideFile() override {
    if (!renamed_) ::unlink(beside_.c_str());
  }

 private:
  int finish() override {
    if (sync_ == Sync::Yes) {
      if (const int error = bring_to_device(handle_.get())) return error;
    }
    if (const int error = handle_.close()) return error;
    if (::rename(beside_.c_str(), target_.c_str()) != 0) return errno;
    renamed_ = true;
    if (sync_ == Sync::No) return 0;
    // A folder that may be written but not read can't be opened; the rename stands all the same.
    const FileHandle folder = open_file(std::string(folder_of(target_)), O_RDONLY | O_DIRECTORY);
    return folder ? bring_to_device(folder.get()) : 0;
  }

  std::string beside_;
  std::string target_;
  Sync sync_;
  bool renamed_ = false;
};

/// A new file in its place, taken away again if it is not finished.
class UnseenFile : public DiskPendingFile {
 public:
  using DiskPendingFile::DiskPendingFile;
  UnseenFile(const UnseenFile&) = delete;
  UnseenFile& operator=(const UnseenFile&) = delete;
  ~UnseenFile() override {
    if (!whole_) ::unlink(path_.c_str());
  }

 private:
  int finish() override {
    const int error = handle_.close();
    whole_ = error == 0;
    return error;
  }

  bool whole_ = false;
};

/// The number of an own open file that a path names (/dev/stdout, /dev/fd/3). Opening the path
/// again would begin at its first byte and overwrite what was written before.
std::optional<int> own_open_file(const std::string& path) {
  if (path == "/dev/stdout") return STDOUT_FILENO;
  if (path == "/dev/stderr") return STDERR_FILENO;
  for (const std::string_view folder : {"/dev/fd/", "/proc/self/fd/"}) {
    if (!path.starts_with(folder)) continue;
    int number = -1;
    const char* const end = path.data() + path.size();
    const auto [rest, error] = std::from_chars(path.data() + folder.size(), end, number);
    if (error == std::errc() && rest == end && number >= 0) return number;
  }
  return std::nullopt;
}

/// The path behind symbolic links, which need not exist yet.
std::expected<std::string, int> follow_links(std::string path) {
  for (int links = 0; links < kMostLinks; ++links) {
    char target[PATH_MAX];
    const ssize_t size = ::readlink(path.c_str(), target, sizeof target);
    if (size < 0) return path;  // no link, or nothing there
    path = join_path(folder_of(path), std::string_view(target, static_cast<size_t>(size)));
  }
  return std::unexpected(ELOOP);
}

/// `.name.catalog-XXXXXX` in the target's folder.
std::string beside_name(const std::string& target) {
  static thread_local std::mt19937_64 random(std::random_device{}());
  constexpr std::string_view kLetters = "abcdefghijklmnopqrstuvwxyz0123456789";
  const std::string_view whole = name_of(target);
  size_t size = std::min(whole.size(), kNameBytes);
  // Cut between characters: some file systems refuse half of one.
  while (size < whole.size() && (whole[size] & 0xC0) == 0x80) size--;
  std::string beside(".");
  beside += whole.substr(0, size);
  beside += ".catalog-";
  for (int letter = 0; letter < 6; ++letter) beside += kLetters[random() % kLetters.size()];
  return join_path(folder_of(target), beside);
}

/// Gives the new file the mode and, where allowed, the owner of the one it is to replace.
void take_over_mode(int handle, const struct stat& old) {
  struct stat fresh;
  if (::fstat(handle, &fresh) != 0) return;
  if (fresh.st_uid != old.st_uid || fresh.st_gid != old.st_gid) {
    if (::fchown(handle, old.st_uid, old.st_gid) != 0) return;  // another's file: keep our own mode
  }
  ::fchmod(handle, old.st_mode & 0777);
}

std::expected<std::unique_ptr<PendingFile>, IoError> create_beside(const std::string& path,
                                                                   const std::string& target,
                                                                   const struct stat* old,
                                                                   Sync sync) {
  for (int attempt = 0; attempt < kMostTries; ++attempt) {
    std::string beside = beside_name(target);
    FileHandle handle = open_file(beside, O_WRONLY | O_CREAT | O_EXCL, 0666);
    if (handle) {
      if (old) take_over_mode(handle.get(), *old);
      return std::make_unique<BesideFile>(path, std::move(handle), std::move(beside), target, sync);
    }
    if (errno != EEXIST) break;
  }
  return failed(path, errno);
}

std::expected<std::unique_ptr<PendingFile>, IoError> create_direct(const std::string& path,
                                                                   FileHandle handle) {
  if (!handle) return failed(path, errno);
  return std::make_unique<DirectFile>(path, std::move(handle));
}

}  // namespace

FileHandle& FileHandle::operator=(FileHandle&& other) noexcept {
  if (this != &other) {
    close();
    number_ = other.release();
  }
  return *this;
}

int FileHandle::close() {
  if (number_ < 0) return 0;
  // Linux closes the file even where a signal interrupts close().
  return ::close(release()) == 0 || errno == EINTR ? 0 : errno;
}

int FileHandle::release() { return std::exchange(number_, -1); }

FileHandle open_file(const std::string& path, int flags, unsigned mode) {
  int number;
  do {
    number = ::open(path.c_str(), flags | O_CLOEXEC, mode);
  } while (number < 0 && errno == EINTR);
  return FileHandle(number);
}

std::expected<std::unique_ptr<PendingFile>, IoError> create_on_disk(const std::string& path,
                                                                    Sync sync) {
  if (const auto number = own_open_file(path)) {
    return create_direct(path, FileHandle(::fcntl(*number, F_DUPFD_CLOEXEC, 0)));
  }
  struct stat old;
  const bool exists = ::stat(path.c_str(), &old) == 0;
  if (exists && S_ISDIR(old.st_mode)) return failed(path, EISDIR);
  if (exists && !S_ISREG(old.st_mode)) return create_direct(path, open_file(path, O_WRONLY));
  if (!exists && errno != ENOENT) return failed(path, errno);
  if (name_of(path).empty()) return failed(path, path.empty() ? ENOENT : EISDIR);
  // Renaming over a file needs no permission of the file itself; who took it away meant it.
  if (exists && ::faccessat(AT_FDCWD, path.c_str(), W_OK, AT_EACCESS) != 0) {
    return failed(path, errno);
  }
  const auto target = follow_links(path);
  if (!target) return failed(path, target.error());
  return create_beside(path, *target, exists ? &old : nullptr, sync);
}

std::expected<std::unique_ptr<PendingFile>, IoError> create_unseen(const std::string& path) {
  FileHandle handle = open_file(path, O_WRONLY | O_CREAT | O_EXCL, 0666);
  if (handle) return std::make_unique<UnseenFile>(path, std::move(handle));
  return errno == EEXIST ? create_on_disk(path, Sync::No) : failed(path, errno);
}

}  // namespace catalog
