#include "diff/release.h"
#include "model/version_order.h"
#include "source/git_process.h"
#include "source/git_repository.h"
#include "text/split.h"

namespace catalog {

namespace {

/// The standard that was published last: by version, then by day.
const Standard* last_published(const Workspace& workspace) {
  const Standard* last = nullptr;
  for (const Standard& standard : workspace.standards) {
    if (!standard.published.present()) continue;
    if (!last) last = &standard;
    const Publication& own = standard.published.get();
    const Publication& other = last->published.get();
    const auto order = version_order(own.version.view(), other.version.view());
    if (order > 0 || (order == 0 && own.on.view() > other.on.view())) last = &standard;
  }
  return last;
}

/// 2020.1, v2020.1, shanghai-2020.1, release/2020.1.
bool is_tag_of(std::string_view tag, std::string_view version) {
  if (!tag.ends_with(version)) return false;
  tag.remove_suffix(version.size());
  return tag.empty() || tag == "v" || tag.ends_with('/') || tag.ends_with('-') ||
         tag.ends_with("-v") || tag.ends_with("/v");
}

std::string tag_of(const GitRepository& repository, std::string_view version) {
  const auto tags = run_git(repository.root(), {"tag", "--merged", "HEAD"});
  if (!tags || !tags->ok()) return {};
  for (const std::string_view tag : split_filled(tags->out, '\n')) {
    if (is_tag_of(tag, version)) return std::string(tag);
  }
  return {};
}

/// The commit that first wrote the digest of what was published.
std::string commit_of_digest(const GitRepository& repository, const Standard& standard) {
  const auto path = repository.inside(std::string(standard.file.view()));
  const std::string digest(standard.published->digest.view());
  if (!path || digest.empty()) return {};
  const auto log = run_git(
      repository.root(), {"--literal-pathspecs", "log", "--format=%H", "-S" + digest, "--", *path});
  if (!log || !log->ok()) return {};
  const auto commits = split_filled(log->out, '\n');
  return commits.empty() ? std::string() : std::string(commits.back());
}

Message not_found(std::string_view version, bool shallow) {
  if (shallow)
    return say({"git中找不到上次发布的{}版：这是浅克隆，请先 git fetch --unshallow --tags（GitHub "
                "Actions：fetch-depth: 0；GitLab CI：GIT_DEPTH: 0），或用 --since 指明。",
                "Version {}, published last, is not found in git: this is a shallow clone; run git "
                "fetch --unshallow --tags first (GitHub Actions: fetch-depth: 0; GitLab CI: "
                "GIT_DEPTH: 0), or say where with --since."},
               version);
  return say({"git中找不到上次发布的{}版：没有以它命名的标签，也没有写下其发布记录的提交；请用 "
              "--since 指明提交或标签。",
              "Version {}, published last, is not found in git: no tag is named after it and no "
              "commit wrote its record; say the commit or tag with --since."},
             version);
}

}  // namespace

std::expected<ReleaseBase, Message> find_release_base(const Workspace& workspace,
                                                      const std::string& since) {
  ReleaseBase out;
  const Standard* last = last_published(workspace);
  if (last) out.version = last->published->version.view();
  if (last && out.version.empty()) out.version = last->version.view();
  if (!last && since.empty()) return out;
  const auto repository = GitRepository::around(workspace.root);
  if (!repository) return std::unexpected(repository.error().message);
  if (!since.empty()) {
    if (const auto commit = repository->commit_of(since); !commit)
      return std::unexpected(commit.error().message);
    out.version.clear();  // that of the workspace then
    out.revision = since;
    return out;
  }
  out.revision = tag_of(*repository, out.version);
  if (out.revision.empty()) out.revision = commit_of_digest(*repository, *last);
  if (out.revision.empty())
    return std::unexpected(not_found(out.version, repository->is_shallow()));
  return out;
}

}  // namespace catalog
