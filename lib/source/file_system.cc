#include "source/file_system.h"

namespace catalog {

std::expected<void, IoError> write_file(FileSystem& files, const std::string& path,
                                        std::string_view bytes) {
  if (auto made = files.create_folders(std::string(folder_of(path))); !made) return made;
  auto pending = files.create(path);
  if (!pending) return std::unexpected(pending.error());
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
