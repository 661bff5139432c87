#include "diff/sides.h"
#include "source/revision_file_system.h"

namespace catalog {

namespace {

Message missing(const std::string& name, const IoError& error) {
  return say(
      {"“{}”既不是路径，也不是git中的版本：{}", "“{}” is neither a path nor a revision of git: {}"},
      name, Phrase(error.message.in(Lang::Zh), error.message.in(Lang::En)));
}

Message no_workspace(const std::string& name) {
  return say({"“{}”中没有catalog.yaml：请写作“版本:路径”，或在工作区中运行。",
              "There is no catalog.yaml in “{}”: write REV:PATH, or run this in a workspace."},
             name);
}

std::expected<SideSource, Message> on_disk(FileSystem& files, const std::string& path) {
  return SideSource{path, &files, nullptr, path};
}

/// The workspace around the current folder.
std::expected<SideSource, Message> work_tree(FileSystem& files) {
  const auto root = find_workspace(files, ".");
  if (!root) return std::unexpected(no_workspace("."));
  return SideSource{{"现在的文件", "work tree"}, &files, nullptr, *root};
}

std::expected<SideSource, Message> at_path(const std::string& name, const RevisionPath& place) {
  auto opened = open_revision(place);
  if (!opened) return std::unexpected(missing(name, opened.error()));
  SideSource out{name, opened->files.get(), nullptr, opened->path};
  if (out.files->kind(out.path) == PathKind::Missing) {
    return std::unexpected(
        say({"版本“{}”中没有“{}”：用 git ls-tree -r --name-only {} 查看其中的文件。",
             "“{}” has no “{}”: git ls-tree -r --name-only {} lists its files."},
            place.revision, place.path, place.revision));
  }
  out.owned = std::move(opened->files);
  return out;
}

/// The workspace around the current folder as it was at a revision.
std::expected<SideSource, Message> at_revision(const std::string& revision) {
  auto opened = open_revision({revision, "./"});
  if (!opened) return std::unexpected(missing(revision, opened.error()));
  const auto root = find_workspace(*opened->files, ".");
  if (!root) return std::unexpected(no_workspace(revision));
  SideSource out{revision, opened->files.get(), nullptr, *root};
  out.owned = std::move(opened->files);
  return out;
}

std::expected<SideSource, Message> find_side(FileSystem& files, const std::string& name) {
  if (files.kind(name) != PathKind::Missing) return on_disk(files, name);
  if (const auto place = revision_path(name)) return at_path(name, *place);
  return at_revision(name);
}

std::expected<SideSources, Message> both(std::expected<SideSource, Message> before,
                                         std::expected<SideSource, Message> after) {
  if (!before) return std::unexpected(std::move(before.error()));
  if (!after) return std::unexpected(std::move(after.error()));
  return SideSources{std::move(*before), std::move(*after)};
}

}  // namespace

std::expected<SideSources, Message> find_sides(FileSystem& files,
                                               const std::vector<std::string>& arguments) {
  if (arguments.size() == 2)
    return both(find_side(files, arguments[0]), find_side(files, arguments[1]));
  const std::string revision = arguments.empty() ? "HEAD" : arguments[0];
  const size_t dots = revision.find("..");
  if (dots != revision.npos && files.kind(revision) == PathKind::Missing) {
    const auto end = [](std::string name) { return name.empty() ? std::string("HEAD") : name; };
    return both(at_revision(end(revision.substr(0, dots))),
                at_revision(end(revision.substr(dots + 2))));
  }
  if (files.kind(revision) != PathKind::Missing) {
    auto before = at_path("HEAD:./" + revision, {"HEAD", "./" + revision});
    return both(std::move(before), on_disk(files, revision));
  }
  return both(at_revision(revision), work_tree(files));
}

}  // namespace catalog
