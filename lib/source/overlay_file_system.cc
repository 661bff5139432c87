#include "source/overlay_file_system.h"

#include <algorithm>
#include <utility>

namespace catalog {

OverlayFileSystem::OverlayFileSystem(FileSystem& below, const std::string& path, std::string bytes)
    : below_(below),
      folder_(below.canonical(std::string(folder_of(path)))),
      name_(name_of(path)),
      bytes_(std::move(bytes)) {
  path_ = join_path(folder_, name_);
}

bool OverlayFileSystem::is_overlaid(const std::string& path) {
  return name_of(path) == name_ && canonical(path) == path_;
}

std::expected<std::string, IoError> OverlayFileSystem::read(const std::string& path) {
  if (is_overlaid(path)) return bytes_;
  return below_.read(path);
}

PathKind OverlayFileSystem::kind(const std::string& path) {
  return is_overlaid(path) ? PathKind::File : below_.kind(path);
}

std::expected<std::vector<DirectoryEntry>, IoError> OverlayFileSystem::list(
    const std::string& path) {
  auto entries = below_.list(path);
  if (!entries || below_.canonical(path) != folder_) return entries;
  const auto place = std::ranges::lower_bound(*entries, name_, {}, &DirectoryEntry::name);
  if (place == entries->end() || place->name != name_)
    entries->insert(place, {name_, PathKind::File});
  return entries;
}

std::expected<std::unique_ptr<PendingFile>, IoError> OverlayFileSystem::create(
    const std::string& path) {
  return below_.create(path);
}

std::expected<void, IoError> OverlayFileSystem::create_folders(const std::string& path) {
  return below_.create_folders(path);
}

std::string OverlayFileSystem::canonical(const std::string& path) {
  const std::string folder = below_.canonical(std::string(folder_of(path)));
  return name_of(path) == name_ && folder == folder_ ? path_ : below_.canonical(path);
}

}  // namespace catalog
