#include "cli/installation.h"

#include <unistd.h>

#include <array>
#include <cstdlib>

namespace catalog {

namespace {

std::string program_folder() {
  std::array<char, 4096> path{};
  const ssize_t size = readlink("/proc/self/exe", path.data(), path.size() - 1);
  return size <= 0
             ? ""
             : std::string(folder_of(std::string_view(path.data(), static_cast<size_t>(size))));
}

}  // namespace

Installation find_installation(FileSystem& files) {
  if (const char* data = std::getenv("CATALOG_DATA")) {
    return {join_path(data, "national"), join_path(data, "schemas")};
  }
  const std::string share = normalize_path(join_path(program_folder(), "../share/catalog"));
  if (files.kind(join_path(share, "national")) == PathKind::Folder)
    return {join_path(share, "national"), join_path(share, "schemas")};
  const std::string source = CATALOG_SOURCE_DIR;
  return {join_path(source, "catalogues/national"), join_path(source, "schemas")};
}

}  // namespace catalog
