#include "source/git_repository.h"

#include <cerrno>

#include "source/git_process.h"
#include "source/hash.h"

namespace catalog {

namespace {

/// The nearest folder at or above a path that is there.
std::string folder_around(const std::string& path) {
  std::string folder = path;
  while (disk().kind(folder) != PathKind::Folder) {
    std::string above(folder_of(folder));
    if (above == folder) return ".";
    folder = std::move(above);
  }
  return folder;
}

/// A line that git printed, without its end; the text itself may hold line breaks.
std::string without_line_end(std::string text) {
  if (text.ends_with('\n')) text.pop_back();
  return text;
}

IoError no_repository(const std::string& path, const std::string& complaint) {
  if (complaint.find("not a git repository") != complaint.npos) {
    return {path, ENOENT,
            say({"“{}”不在 git 仓库中：请在仓库中运行，或用 git init 建立仓库。",
                 "“{}” is in no git repository: run this inside one, or make one with git init."},
                path)};
  }
  return {path, EACCES,
          say({"git 不能读取“{}”所在的仓库：{}", "git can't read the repository of “{}”: {}"}, path,
              complaint)};
}

bool is_nothing_before(std::string_view revision) {
  return (revision.size() == 40 || revision.size() == 64) &&
         revision.find_first_not_of('0') == revision.npos;
}

}  // namespace

std::expected<GitRepository, IoError> GitRepository::around(const std::string& path) {
  const std::string folder = folder_around(path);
  const auto facts = run_git(folder, {"rev-parse", "--is-inside-work-tree",
                                      "--is-shallow-repository", "--absolute-git-dir"});
  if (!facts) return std::unexpected(facts.error());
  if (!facts->ok()) return std::unexpected(no_repository(path, facts->complaint));
  const size_t first = facts->out.find('\n');
  const size_t second = facts->out.find('\n', first + 1);
  GitRepository made;
  made.shallow_ = facts->out.substr(first + 1, second - first - 1) == "true";
  made.root_ = without_line_end(facts->out.substr(second + 1));
  made.has_work_tree_ = facts->out.starts_with("true");
  if (made.has_work_tree_) {
    const auto top = run_git(folder, {"rev-parse", "--show-toplevel"});
    if (!top) return std::unexpected(top.error());
    if (!top->ok()) return std::unexpected(no_repository(path, top->complaint));
    made.root_ = without_line_end(top->out);
  }
  made.root_ = disk().canonical(made.root_);
  return made;
}

IoError GitRepository::unknown_revision(const std::string& revision) const {
  if (shallow_) {
    return {revision, ENOENT,
            say({"没有“{}”这个版本：这是浅克隆，较早的提交不在其中。请让 CI 取全部历史（GitHub "
                 "Actions：fetch-depth: 0；GitLab CI：GIT_DEPTH: 0），或运行 git fetch "
                 "--unshallow。",
                 "There is no revision “{}”: this is a shallow clone without older commits. Let CI "
                 "fetch all history (GitHub Actions: fetch-depth: 0; GitLab CI: GIT_DEPTH: 0), or "
                 "run git fetch --unshallow."},
                revision)};
  }
  return {revision, ENOENT,
          say({"没有“{}”这个版本：请核对分支、标签或提交号（git log 可查），或先 git fetch。",
               "There is no revision “{}”: check the branch, tag or commit (git log shows them), "
               "or run git fetch first."},
              revision)};
}

std::expected<std::string, IoError> GitRepository::parse(const std::string& revision) const {
  // What begins with a hyphen would be an option of git's.
  if (revision.empty() || revision.starts_with('-') || revision.find('\0') != revision.npos)
    return std::unexpected(unknown_revision(revision));
  const auto found = run_git(root_, {"rev-parse", "--verify", "--quiet", revision});
  if (!found) return std::unexpected(found.error());
  if (!found->ok()) return std::unexpected(unknown_revision(revision));
  return without_line_end(found->out);
}

std::expected<std::string, IoError> GitRepository::parted_from_head(
    const std::string& revision) const {
  const auto commit = parse(revision);
  if (!commit) return commit;
  const auto found = run_git(root_, {"merge-base", *commit, "HEAD"});
  if (!found) return std::unexpected(found.error());
  if (!found->ok()) return std::unexpected(unknown_revision(revision + "..."));
  return without_line_end(found->out);
}

/// HEAD of a repository in which nothing was committed yet is no revision.
bool GitRepository::has_commits() const {
  const auto found = run_git(root_, {"rev-parse", "--verify", "--quiet", "HEAD"});
  return found && found->ok();
}

std::expected<std::string, IoError> GitRepository::tree_of(const std::string& revision) const {
  if (is_nothing_before(revision) || (revision == "HEAD" && !has_commits())) return std::string();
  const auto object = revision.ends_with("...")
                          ? parted_from_head(revision.substr(0, revision.size() - 3))
                          : parse(revision);
  if (!object) return object;
  const auto tree = parse(*object + "^{tree}");
  if (!tree) return std::unexpected(unknown_revision(revision));
  return tree;
}

std::expected<std::string, IoError> GitRepository::commit_of(const std::string& revision) const {
  auto found = parse(revision.empty() ? revision : revision + "^{commit}");
  if (!found) return std::unexpected(unknown_revision(revision));
  return found;
}

std::optional<std::string> GitRepository::inside(const std::string& path) const {
  const auto below_root = [&](const std::string& absolute) -> std::optional<std::string> {
    if (absolute == root_) return ".";
    const std::string folder = root_ == "/" ? root_ : root_ + "/";
    if (!absolute.starts_with(folder)) return std::nullopt;
    return absolute.substr(folder.size());
  };
  // By its text first: links of the work tree may be others in a revision.
  const std::string here = path.starts_with('/') ? "" : disk().canonical(".");
  if (auto found = below_root(normalize_path(join_path(here, path)))) return found;
  return below_root(disk().canonical(path));
}

std::string git_blob_name(std::string_view bytes, std::string_view like) {
  const std::string head = "blob " + std::to_string(bytes.size());
  return hash_text(like.size() == 64 ? Hash::Sha256 : Hash::Sha1,
                   {head, std::string_view("\0", 1), bytes});
}

}  // namespace catalog
