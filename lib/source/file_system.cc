#include "source/file_system.h"

#include "source/write_pieces.h"

namespace catalog {

std::expected<std::string, IoError> FileSystem::read_start(const std::string& path, size_t bytes) {
  auto whole = read(path);
  if (whole && whole->size() > bytes) whole->resize(bytes);
  return whole;
}

std::expected<void, IoError> write_file(FileSystem& files, const std::string& path,
                                        std::string_view bytes) {
  return write_pieces(files, path, std::span(&bytes, 1));
}

std::expected<void, IoError> write_pieces(FileSystem& files, const std::string& path,
                                          std::span<const std::string_view> pieces) {
  if (auto made = files.create_folders(std::string(folder_of(path))); !made) return made;
  auto pending = files.create(path);
  if (!pending) return std::unexpected(pending.error());
  for (const std::string_view piece : pieces) {
    if (auto written = (*pending)->write(piece); !written) return written;
  }
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
