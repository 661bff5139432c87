#include "cli/workspace_paths.h"

#include "workspace/workspace.h"

namespace catalog {

namespace {

Message no_workspace(const std::string& where) {
  return say({"“{}”及其上级文件夹中没有 "
              "catalog.yaml，没有可检查的内容：请在工作区中运行，给出清单的路径，或用 catalog init "
              "新建工作区。",
              "There is no catalog.yaml in “{}” or above it, so there is nothing to check: run "
              "this in a workspace, give the path of a list, or "
              "make a workspace with catalog init."},
             where);
}

}  // namespace

std::expected<Target, Message> target_of(FileSystem& files, const std::vector<std::string>& paths) {
  Target target;
  if (paths.empty()) {
    target.root = find_workspace(files, ".");
    if (!target.root) return std::unexpected(no_workspace("."));
    return target;
  }
  bool first = true;
  for (const std::string& path : paths) {
    const PathKind kind = files.kind(path);
    if (kind == PathKind::Missing) {
      return std::unexpected(say({"“{}”不存在：请检查路径和当前文件夹。",
                                  "“{}” does not exist: check the path and the current folder."},
                                 path));
    }
    const auto root = find_workspace(files, path);
    if (!root && kind == PathKind::Folder) return std::unexpected(no_workspace(path));
    const bool same = first || (root.has_value() == target.root.has_value() &&
                                (!root || files.canonical(*root) == files.canonical(*target.root)));
    if (!same) {
      return std::unexpected(
          say({"所给的路径不在同一个工作区，请分别运行：{}",
               "The paths are not of one workspace; run the command for each: {}"},
              path));
    }
    target.root = root;
    first = false;
    target.paths.push_back(path);
  }
  // The root itself stands for all of it.
  for (const std::string& path : paths) {
    if (target.root && files.canonical(path) == files.canonical(*target.root)) target.paths.clear();
  }
  return target;
}

std::expected<std::string, Message> workspace_root(FileSystem& files, const std::string& folder) {
  const auto target =
      target_of(files, folder.empty() ? std::vector<std::string>{} : std::vector{folder});
  if (!target) return std::unexpected(target.error());
  if (!target->root)
    return std::unexpected(say({"“{}”不是工作区", "“{}” is no workspace"}, folder));
  return *target->root;
}

}  // namespace catalog
