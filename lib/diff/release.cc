#include "diff/release.h"

#include <algorithm>
#include <set>

#include "diff/release_changes.h"
#include "diff/release_checks.h"
#include "diff/release_files.h"
#include "model/version_order.h"
#include "source/shadow_file_system.h"

namespace catalog {

namespace {

/// The day from which the release holds.
std::string effective_day(const ReleaseRequest& request, const Workspace& workspace) {
  if (!request.effective.empty()) return request.effective;
  const auto given = Date::parse(workspace.config.effective.view());
  return given && *given >= request.on ? given->iso() : request.on.iso();
}

void count_published(const Workspace& workspace, ReleaseChanges& out) {
  std::set<std::string_view> domains;
  for (const Standard& standard : workspace.standards) {
    domains.insert(standard.domain.view());
    out.items += standard.items.size();
  }
  for (const List& list : workspace.lists) {
    if (!is_published_list(workspace, list)) continue;
    domains.insert(list.domain.view());
    out.items += list.items.size();
  }
  out.domains = domains.size();
  for (const DomainEntry& entry : workspace.config.domains) {
    if (is_left_out(entry)) out.left_out.push_back(&entry);
  }
}

std::expected<ReleasedFile, Message> changelog_file(FileSystem& files,
                                                    const ReleaseRequest& request,
                                                    const ReleaseChanges& changes,
                                                    const ChangelogWriter& changelog) {
  ReleasedFile out{request.changelog, {}, {}};
  if (files.kind(request.changelog) == PathKind::File) {
    auto bytes = files.read(request.changelog);
    if (!bytes) return std::unexpected(bytes.error().message);
    out.before = std::move(*bytes);
  }
  out.after = changelog(out.before, changes);
  return out;
}

/// Checks the workspace as the release will leave it.
std::expected<Validation, Message> check_after(FileSystem& files, const ReleasePlan& plan,
                                               const ReleaseRequest& request, Date as_of) {
  ShadowFileSystem shadow(files);
  for (const ReleasedFile& file : plan.files) {
    if (auto written = write_file(shadow, file.path, file.after); !written)
      return std::unexpected(written.error().message);
  }
  ValidateOptions options;
  options.builtin = request.builtin;
  options.threads = request.threads;
  options.as_of = as_of;
  options.baseline = "";  // what is known and left for later is still wrong in what is published
  auto validation = validate_workspace(shadow, request.root, options);
  if (!validation) return std::unexpected(validation.error().message);
  return std::move(*validation);
}

/// Whether something went wrong in editing: what is published says what it said before.
bool says_the_same(const ReleasePlan& plan) {
  const Workspace& before = *plan.workspace;
  const Workspace& after = *plan.validation.workspace;
  return std::ranges::none_of(before.standards, [&](const Standard& standard) {
    const auto found = std::ranges::find(after.standards, standard.file, &Standard::file);
    return found == after.standards.end() || is_to_publish(*found, after.vocabulary);
  });
}

}  // namespace

std::expected<ReleasePlan, Message> plan_release(FileSystem& files, const ReleaseRequest& request,
                                                 const ReleaseBase& base, Date as_of,
                                                 const ChangelogWriter& changelog) {
  ReleasePlan plan;
  LoadOptions options{.builtin = request.builtin, .threads = request.threads, .baseline = ""};
  auto loaded = load_workspace(files, request.root, options);
  if (!loaded) return std::unexpected(loaded.error().message);
  plan.workspace = std::move(*loaded);
  const Workspace& workspace = *plan.workspace;
  if (workspace.config.file.empty())
    return std::unexpected(say({"“{}”读不出：先用 catalog validate 查明并改正",
                                "“{}” can't be read: catalog validate says what is wrong"},
                               join_path(request.root, "catalog.yaml")));
  ReleaseChanges& changes = plan.changes;
  changes.title = workspace.config.title.view();
  changes.version =
      request.version.empty() ? std::string(workspace.config.version.view()) : request.version;
  changes.last_version = base.version;
  changes.on = request.on;
  changes.url = request.url;
  changes.effective = effective_day(request, workspace);
  changes.workspace = &workspace;
  count_published(workspace, changes);
  if (workspace.standards.empty() && changes.domains == 0)
    return std::unexpected(say({"工作区没有标准目录或清单，没有可发布的内容",
                                "the workspace has no standard and no list, so there is nothing to "
                                "release"}));
  if (auto compared = compare_with_base(files, request, base, workspace, changes); !compared)
    return std::unexpected(std::move(compared.error()));
  auto made = released_files(files, request, workspace, changes);
  if (!made) return std::unexpected(std::move(made.error()));
  plan.files = std::move(*made);
  plan.standards =
      static_cast<size_t>(std::ranges::count_if(workspace.standards, [&](const Standard& standard) {
        return is_to_publish(standard, workspace.vocabulary);
      }));
  auto log = changelog_file(files, request, changes, changelog);
  if (!log) return std::unexpected(std::move(log.error()));
  plan.files.push_back(std::move(*log));
  auto validation = check_after(files, plan, request, as_of);
  if (!validation) return std::unexpected(std::move(validation.error()));
  plan.validation = std::move(*validation);
  plan.hindrances = find_hindrances(plan, request, base);
  if (plan.hindrances.empty() && !says_the_same(plan))
    return std::unexpected(say({"改写后的标准与原文不符，没有写入：请报告这个问题",
                                "an edited standard says something else than before, nothing was "
                                "written: please report this"}));
  if (changes.is_first())
    plan.remarks.push_back(say(
        {"标准目录中没有发布记录，按首次发布处理；以前发布过的，用 --since 指明那时的提交或标签。",
         "No standard has a record of publication, so this is the first release; if there was "
         "one before, say its commit or tag with --since."}));
  if (!changes.is_first() && !changes.is_of_substance() && changes.diff.counts.all() > 0)
    plan.remarks.push_back(say(
        {"只有文字调整，版本{}即可。", "There are editorial changes only; version {} would do."},
        next_version(changes.last_version, false)));
  return plan;
}

}  // namespace catalog
