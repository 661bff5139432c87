#pragma once

#include <memory>
#include <string>

#include "source/file_system.h"

namespace catalog {

/// An open file of the operating system, closed at the end of its scope.
class FileHandle {
 public:
  FileHandle() = default;
  explicit FileHandle(int number) : number_(number) {}
  FileHandle(FileHandle&& other) noexcept : number_(other.release()) {}
  FileHandle& operator=(FileHandle&& other) noexcept;
  ~FileHandle() { close(); }

  explicit operator bool() const { return number_ >= 0; }
  int get() const { return number_; }
  /// Closes it now; the errno, or 0.
  int close();

 private:
  int release();

  int number_ = -1;
};

/// open(2), repeated where a signal interrupts it; an empty handle and errno where it fails.
FileHandle open_file(const std::string& path, int flags, unsigned mode = 0);

/// Whether commit() waits until the device holds the file.
enum class Sync : bool { No, Yes };

/// Begins to write a path on the disk. A file is written beside its target (behind links) and takes
/// its place at commit(); what exists and is no file (/dev/full, a pipe, /dev/stdout) is written to
/// directly.
std::expected<std::unique_ptr<PendingFile>, IoError> create_on_disk(const std::string& path,
                                                                    Sync sync);

/// The same in a folder that nobody else sees yet: a new file is written where it is to stand,
/// without the device being waited for.
std::expected<std::unique_ptr<PendingFile>, IoError> create_unseen(const std::string& path);

}  // namespace catalog
