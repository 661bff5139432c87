#include <algorithm>

#include "workspace/reference_data.h"

namespace catalog {

namespace {

constexpr int kDepth = 16;  // a link that leads back to its own folder ends here

bool is_yaml(std::string_view name) { return name.ends_with(".yaml") || name.ends_with(".yml"); }

bool is_passed_over(std::string_view folder) {
  return folder.starts_with('.') || folder == "build" || folder == "node_modules";
}

void collect(FileSystem& files, const std::string& folder, int depth,
             std::vector<std::string>& out) {
  const auto entries = files.list(folder);
  if (!entries) return;
  for (const DirectoryEntry& entry : *entries) {
    if (entry.kind == PathKind::File && is_yaml(entry.name) && !entry.name.starts_with('.')) {
      out.push_back(join_path(folder, entry.name));
    } else if (entry.kind == PathKind::Folder && depth < kDepth && !is_passed_over(entry.name)) {
      collect(files, join_path(folder, entry.name), depth + 1, out);
    }
  }
}

}  // namespace

std::vector<std::string> yaml_files_below(FileSystem& files, const std::string& folder) {
  std::vector<std::string> out;
  collect(files, folder, 0, out);
  std::ranges::sort(out);
  return out;
}

}  // namespace catalog
