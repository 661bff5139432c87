#pragma once

#include <cstdint>
#include <expected>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/message.h"

namespace catalog {

/// An error of the world (not of the user's text): a path that can't be read or written. The
/// command ends with exit code 2.
struct IoError {
  std::string path;
  int code = 0;  ///< errno
  Message message;
};

enum class PathKind : unsigned char { Missing, File, Folder, Other };

struct DirectoryEntry {
  std::string name;
  PathKind kind;
};

/// A file that is being written beside its target; nothing is seen of it until commit() has
/// returned without error. Destroying it without commit() removes what was written.
class PendingFile {
 public:
  virtual ~PendingFile() = default;
  /// Appends bytes; an error (a full disk) is remembered and returned again by commit().
  virtual std::expected<void, IoError> write(std::string_view bytes) = 0;
  /// Makes the file stand at its target in one step, durably.
  virtual std::expected<void, IoError> commit() = 0;
};

/// The disk as an interface: the real one, or one in memory for tests that records what was
/// touched. Paths are UTF-8 with `/`; relative ones are relative to the current folder.
class FileSystem {
 public:
  virtual ~FileSystem() = default;
  virtual std::expected<std::string, IoError> read(const std::string& path) = 0;
  /// The first `bytes` of a file, or all where it is shorter.
  virtual std::expected<std::string, IoError> read_start(const std::string& path, size_t bytes);
  virtual PathKind kind(const std::string& path) = 0;
  /// The size of a file in bytes where that is known without reading it.
  virtual std::optional<uint64_t> size(const std::string&) { return std::nullopt; }
  /// Names in a folder, sorted bytewise, without `.` and `..`.
  virtual std::expected<std::vector<DirectoryEntry>, IoError> list(const std::string& path) = 0;
  /// Begins to write a file; its folder must exist.
  virtual std::expected<std::unique_ptr<PendingFile>, IoError> create(const std::string& path) = 0;
  /// Makes a folder and those above it; no error if it is there.
  virtual std::expected<void, IoError> create_folders(const std::string& path) = 0;
  /// A path without `.`, `..` and links where they can be followed; for saying whether two paths
  /// are one file.
  virtual std::string canonical(const std::string& path) = 0;
};

/// The computer's own disk. A committed file is on the device (fsync): for what people wrote.
FileSystem& disk();
/// The same disk for what can be made again, such as a built site: files appear whole and in one
/// step all the same, but commit() does not wait for the device (some milliseconds a file), so that
/// a power failure may undo them.
FileSystem& disk_without_sync();

/// Whether the file on the disk can be read by others than its owner: what a private key may not.
bool is_readable_by_others(const std::string& path);

/// Begins to write a file, and makes the folders that it is to stand in.
std::expected<std::unique_ptr<PendingFile>, IoError> create_in_folders(FileSystem& files,
                                                                       const std::string& path);
/// Writes a whole file atomically (create folders, write beside, commit).
std::expected<void, IoError> write_file(FileSystem& files, const std::string& path,
                                        std::string_view bytes);
/// The same, but leaves a file that already holds these bytes untouched; says whether it was
/// written.
std::expected<bool, IoError> write_if_changed(FileSystem& files, const std::string& path,
                                              std::string_view bytes);

/// A file as it is to be.
struct FileBytes {
  std::string path;
  std::string bytes;
};
/// Writes several files, all of them or none: every one is written beside its target first, then
/// they take their places one after the other, new files last. Where one of these last steps fails,
/// those that were there before are put back; the error says how it stands with the others.
std::expected<void, IoError> write_all(FileSystem& files, std::vector<FileBytes> all);

/// `folder` + `/` + `name`, or `name` alone where it is absolute or `folder` is empty or ".".
std::string join_path(std::string_view folder, std::string_view name);
/// The part before the last `/` ("." if none) and the part after it.
std::string_view folder_of(std::string_view path);
std::string_view name_of(std::string_view path);
/// `path` without `.` and `a/..` parts, by text alone.
std::string normalize_path(std::string_view path);
/// `path` as seen from `base` where one is below the other or both are relative; else `path`.
std::string relative_path(std::string_view path, std::string_view base);

}  // namespace catalog
