#include "source/file_system.h"

namespace catalog {

std::expected<std::string, IoError> FileSystem::read_start(const std::string& path, size_t bytes) {
  auto whole = read(path);
  if (whole && whole->size() > bytes) whole->resize(bytes);
  return whole;
}

std::expected<std::unique_ptr<PendingFile>, IoError> create_in_folders(FileSystem& files,
                                                                       const std::string& path) {
  // Most folders are there: only where one is missing does the disk hear of them.
  if (auto created = files.create(path)) return created;
  if (auto made = files.create_folders(std::string(folder_of(path))); !made)
    return std::unexpected(std::move(made.error()));
  return files.create(path);
}

std::expected<void, IoError> write_file(FileSystem& files, const std::string& path,
                                        std::string_view bytes) {
  auto pending = create_in_folders(files, path);
  if (!pending) return std::unexpected(std::move(pending.error()));
  if (auto written = (*pending)->write(bytes); !written) return written;
  return (*pending)->commit();
}

std::expected<bool, IoError> write_if_changed(FileSystem& files, const std::string& path,
                                              std::string_view bytes) {
  // Only a file is read again: a terminal or a pipe would wait for input.
  if (files.kind(path) == PathKind::File) {
    const auto present = files.read(path);
    if (present && *present == bytes) return false;
  }
  if (auto written = write_file(files, path, bytes); !written) {
    return std::unexpected(written.error());
  }
  return true;
}

}  // namespace catalog
