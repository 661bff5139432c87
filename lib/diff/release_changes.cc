#include "diff/release_changes.h"

#include <algorithm>

#include "diff/explain.h"
#include "source/git_repository.h"

namespace catalog {

namespace {

/// A change of a document's own course (version, state, publication): no change of what is told.
bool is_course(const Change& change) {
  if (change.before_item || change.after_item || change.field.empty()) return false;
  const FieldInfo* field =
      change.root().field(std::string_view(change.field).substr(0, change.field.find('.')));
  return field && !field->told;
}

/// Leaves out the lists that are drafts of standards.
void keep_published(const Workspace& workspace, CatalogueSet& set) {
  std::erase_if(set.catalogues, [&](const CatalogueVersion& one) {
    return one.kind == Kind::List && workspace.standard(one.domain);
  });
}

}  // namespace

bool is_published_list(const Workspace& workspace, const List& list) {
  return !workspace.standard(list.domain.value);
}

bool ReleaseChanges::is_of_substance() const {
  const auto is_news = [](const DomainChange& domain) {
    return domain.is_news && domain.status != DomainStatus::Changed;
  };
  return diff.counts.all() > diff.counts.editorial || std::ranges::any_of(diff.domains, is_news);
}

std::expected<void, Message> compare_with_base(FileSystem& files, const ReleaseRequest& request,
                                               const ReleaseBase& base, const Workspace& workspace,
                                               ReleaseChanges& out) {
  if (base.revision.empty()) return {};
  const auto repository = GitRepository::around(request.root);
  if (!repository) return std::unexpected(repository.error().message);
  const auto inside = repository->inside(request.root);
  if (!inside)
    return std::unexpected(
        say({"“{}”不在git仓库中", "“{}” is in no git repository"}, request.root));
  auto sides = find_sides(files, {base.revision + ":" + *inside, request.root});
  if (!sides) return std::unexpected(std::move(sides.error()));
  auto loaded = load_sides(*sides, {.builtin = request.builtin, .threads = request.threads});
  if (!loaded) return std::unexpected(std::move(loaded.error()));
  out.sides = std::move(*loaded);
  keep_published(workspace, out.sides.before.set);
  keep_published(workspace, out.sides.after.set);
  out.diff =
      compare_versions(out.sides.before.set, out.sides.after.set,
                       {workspace.vocabulary, workspace.calendar, workspace.legal}, workspace);
  std::erase_if(out.diff.changes, is_course);
  explain_changes(out.diff, workspace, out.sides.after.set);
  if (out.last_version.empty())
    out.last_version = out.sides.before.workspace->config.version.view();
  return {};
}

}  // namespace catalog
