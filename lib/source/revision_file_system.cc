#include "source/revision_file_system.h"

#include <algorithm>
#include <cerrno>

#include "source/io_error.h"

namespace catalog {

std::expected<std::unique_ptr<RevisionFileSystem>, IoError> RevisionFileSystem::open(
    const GitRepository& repository, const std::string& revision) {
  const auto tree = repository.tree_of(revision);
  if (!tree) return std::unexpected(tree.error());
  std::unique_ptr<RevisionFileSystem> made(new RevisionFileSystem(repository, revision));
  if (tree->empty()) return made;
  const auto listing = run_git(repository.root(), {"ls-tree", "-r", "-z", "--full-tree", *tree});
  if (!listing) return std::unexpected(listing.error());
  if (!listing->ok()) {
    return std::unexpected(
        IoError{revision, EIO,
                say({"git 不能列出版本“{}”的文件：{}", "git can't list the files of “{}”: {}"},
                    revision, listing->complaint)});
  }
  made->add_entries(listing->out);
  return made;
}

/// Lines `MODE SP TYPE SP NAME TAB PATH NUL`.
void RevisionFileSystem::add_entries(std::string_view listing) {
  for (size_t at = 0; at < listing.size();) {
    const size_t end = std::min(listing.find('\0', at), listing.size());
    const std::string_view line = listing.substr(at, end - at);
    at = end + 1;
    const size_t tab = line.find('\t');
    if (tab == line.npos) continue;
    const size_t name = line.rfind(' ', tab) + 1;
    const Type type = line.starts_with("120000") ? Type::Link
                      : line.starts_with("100")  ? Type::File
                                                 : Type::Other;
    entries_.push_back(
        {std::string(line.substr(tab + 1)), type, std::string(line.substr(name, tab - name))});
    has_links_ |= type == Type::Link;
  }
  std::ranges::sort(entries_, {}, &Entry::path);
}

const RevisionFileSystem::Entry* RevisionFileSystem::entry(std::string_view path) const {
  const auto found = std::ranges::lower_bound(entries_, path, {}, &Entry::path);
  return found != entries_.end() && found->path == path ? &*found : nullptr;
}

bool RevisionFileSystem::is_folder(const std::string& path) const {
  if (path == ".") return true;
  const auto found = std::ranges::lower_bound(entries_, path + "/", {}, &Entry::path);
  return found != entries_.end() && found->path.starts_with(path + "/");
}

/// The path with links replaced by what they lead to; none where that is outside or a circle.
std::optional<std::string> RevisionFileSystem::follow_links(std::string path) {
  if (!has_links_) return path;
  constexpr int kLinks = 40;  // as the kernel's
  for (int followed = 0; followed <= kLinks; followed++) {
    const Entry* link = nullptr;
    size_t end = 0;
    while (!link && end < path.size()) {
      end = std::min(path.find('/', end + 1), path.size());
      const Entry* found = entry(std::string_view(path).substr(0, end));
      if (found && found->type == Type::Link) link = found;
    }
    if (!link) return path;
    const auto target = blobs_.read(link->name, link->path);
    if (!target || target->starts_with('/')) return std::nullopt;
    path = normalize_path(join_path(folder_of(link->path), *target) + path.substr(end));
    if (path == ".." || path.starts_with("../")) return std::nullopt;
  }
  return std::nullopt;
}

/// Where a path leads inside the repository, links followed; none where it leads outside.
std::optional<std::string> RevisionFileSystem::place(const std::string& path) {
  auto inside = repository_.inside(path);
  return inside ? follow_links(std::move(*inside)) : std::nullopt;
}

std::string_view RevisionFileSystem::blob(const std::string& path) {
  const auto found = place(path);
  const Entry* file = found ? entry(*found) : nullptr;
  return file && file->type == Type::File ? std::string_view(file->name) : std::string_view();
}

PathKind RevisionFileSystem::kind_inside(const std::string& path) {
  const auto found = follow_links(path);
  if (!found) return PathKind::Missing;
  if (const Entry* file = entry(*found))
    return file->type == Type::File ? PathKind::File : PathKind::Other;
  return is_folder(*found) ? PathKind::Folder : PathKind::Missing;
}

PathKind RevisionFileSystem::kind(const std::string& path) {
  const auto inside = repository_.inside(path);
  return inside ? kind_inside(*inside) : disk().kind(path);
}

IoError RevisionFileSystem::failed(const std::string& path, int code, bool listing) {
  if (code == ENOENT) {
    return {path, code,
            say({"版本“{1}”中没有“{0}”：请核对路径和版本。",
                 "There is no “{0}” at revision “{1}”: check the path and the revision."},
                path, revision_)};
  }
  return io_error(path, code, listing ? IoAction::List : IoAction::Read);
}

std::expected<std::string, IoError> RevisionFileSystem::read(const std::string& path) {
  const auto inside = repository_.inside(path);
  if (!inside) return disk().read(path);
  const auto found = follow_links(*inside);
  const Entry* file = found ? entry(*found) : nullptr;
  if (file && file->type == Type::File) return blobs_.read(file->name, path);
  const int code = kind_inside(*inside) == PathKind::Folder ? EISDIR : ENOENT;
  return std::unexpected(failed(path, code, false));
}

std::expected<std::vector<DirectoryEntry>, IoError> RevisionFileSystem::list(
    const std::string& path) {
  const auto inside = repository_.inside(path);
  if (!inside) return disk().list(path);
  const auto found = follow_links(*inside);
  if (!found || !is_folder(*found)) {
    const int code = kind_inside(*inside) == PathKind::Missing ? ENOENT : ENOTDIR;
    return std::unexpected(failed(path, code, true));
  }
  const std::string folder = *found == "." ? "" : *found + "/";
  std::vector<DirectoryEntry> out;
  for (auto at = std::ranges::lower_bound(entries_, folder, {}, &Entry::path);
       at != entries_.end() && at->path.starts_with(folder); ++at) {
    const std::string_view below = std::string_view(at->path).substr(folder.size());
    const std::string_view name = below.substr(0, below.find('/'));
    if (out.empty() || out.back().name != name)
      out.push_back({std::string(name), kind_inside(folder + std::string(name))});
  }
  std::ranges::sort(out, {}, &DirectoryEntry::name);
  return out;
}

std::expected<std::unique_ptr<PendingFile>, IoError> RevisionFileSystem::create(
    const std::string& path) {
  return std::unexpected(io_error(path, EROFS, IoAction::Write));
}

std::expected<void, IoError> RevisionFileSystem::create_folders(const std::string& path) {
  return std::unexpected(io_error(path, EROFS, IoAction::MakeFolder));
}

std::string RevisionFileSystem::canonical(const std::string& path) {
  const auto inside = repository_.inside(path);
  if (!inside) return disk().canonical(path);
  return normalize_path(join_path(repository_.root(), follow_links(*inside).value_or(*inside)));
}

std::optional<RevisionPath> revision_path(std::string_view text) {
  int depth = 0;  // a colon in HEAD^{/fix: x} is part of the revision
  for (size_t i = 0; i < text.size(); i++) {
    depth += text[i] == '{';
    depth -= text[i] == '}';
    if (text[i] != ':' || depth > 0) continue;
    if (i == 0) break;
    return RevisionPath{std::string(text.substr(0, i)), std::string(text.substr(i + 1))};
  }
  return std::nullopt;
}

std::expected<RevisionSource, IoError> open_revision(const RevisionPath& place) {
  const auto repository = GitRepository::around(".");
  if (!repository) return std::unexpected(repository.error());
  auto files = RevisionFileSystem::open(*repository, place.revision);
  if (!files) return std::unexpected(std::move(files.error()));
  const bool from_here = place.path.starts_with("./") || place.path.starts_with("../");
  return RevisionSource{std::move(*files),
                        from_here ? normalize_path(place.path)
                                  : normalize_path(join_path(repository->root(), place.path))};
}

}  // namespace catalog
