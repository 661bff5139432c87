#include <algorithm>
#include <vector>

#include "source/file_system.h"

namespace catalog {

namespace {

/// The names along a path after `.` and `a/..` are taken away; an absolute path has no `..` left.
std::vector<std::string_view> names_of(std::string_view path) {
  const bool absolute = path.starts_with('/');
  std::vector<std::string_view> names;
  for (size_t at = 0; at < path.size();) {
    const size_t end = std::min(path.find('/', at), path.size());
    const std::string_view name = path.substr(at, end - at);
    at = end + 1;
    if (name.empty() || name == ".") continue;
    if (name != "..") {
      names.push_back(name);
    } else if (!names.empty() && names.back() != "..") {
      names.pop_back();
    } else if (!absolute) {
      names.push_back(name);
    }
  }
  return names;
}

void append_names(std::string& out, const std::vector<std::string_view>& names, size_t from = 0) {
  for (size_t at = from; at < names.size(); ++at) {
    if (!out.empty() && out.back() != '/') out += '/';
    out += names[at];
  }
}

}  // namespace

std::string join_path(std::string_view folder, std::string_view name) {
  if (name.starts_with('/') || folder.empty() || folder == ".") return std::string(name);
  std::string joined(folder);
  if (name.empty()) return joined;
  if (joined.back() != '/') joined += '/';
  joined += name;
  return joined;
}

std::string_view folder_of(std::string_view path) {
  const size_t slash = path.rfind('/');
  if (slash == std::string_view::npos) return ".";
  return path.substr(0, std::max<size_t>(slash, 1));
}

std::string_view name_of(std::string_view path) { return path.substr(path.rfind('/') + 1); }

std::string normalize_path(std::string_view path) {
  std::string out(path.starts_with('/') ? "/" : "");
  append_names(out, names_of(path));
  return out.empty() ? "." : out;
}

std::string relative_path(std::string_view path, std::string_view base) {
  if (path.starts_with('/') != base.starts_with('/')) return std::string(path);
  const auto names = names_of(path);
  const auto above = names_of(base);
  const auto common = static_cast<size_t>(std::ranges::mismatch(names, above).in1 - names.begin());
  const bool one_below_other = common == names.size() || common == above.size();
  if (path.starts_with('/') && !one_below_other) return std::string(path);
  // What `..` leads to from a folder above the current one is not to be told from the text.
  if (common < above.size() && above[common] == "..") return std::string(path);

  std::string out;
  for (size_t up = common; up < above.size(); ++up) out += up == common ? ".." : "/..";
  append_names(out, names, common);
  return out.empty() ? "." : out;
}

}  // namespace catalog
