#include "diff/history_step.h"

#include <algorithm>

#include "model/meaning_digest.h"

namespace catalog {

namespace {

bool is_yaml(std::string_view path) { return path.ends_with(".yaml") || path.ends_with(".yml"); }

bool contains(const std::vector<std::string>& all, std::string_view one) {
  return std::ranges::find(all, one) != all.end();
}

/// Whether an item is word for word the same in two versions of a file.
bool is_same(const FileVersion& a, const Item& left, const FileVersion& b, const Item& right) {
  if (a.catalogue.kind != b.catalogue.kind) return false;
  const auto digest = [](const FileVersion& version, const Item& item) {
    if (version.standard) return wording_digest(static_cast<const StandardItem&>(item));
    if (version.guideline) return wording_digest(static_cast<const Row&>(item));
    return wording_digest(item);
  };
  return digest(a, left) == digest(b, right);
}

/// A change that says where an item came from, or what became of it.
bool tells_address(ChangeKind kind) {
  return kind == ChangeKind::ItemRenumbered || kind == ChangeKind::ItemMoved ||
         kind == ChangeKind::ItemSplit || kind == ChangeKind::ItemJoined;
}

/// The text of a version of a file, whatever it is.
std::string version_text(const FileVersion& version) {
  return std::string(version.catalogue.version.view());
}

}  // namespace

std::expected<StepReader::Changed, IoError> StepReader::load(const LoggedFile& file) {
  Changed out{&file, nullptr, {}};
  const auto after = versions_.read(file.after, file.path);
  if (!after) return std::unexpected(after.error());
  out.after = *after;
  for (const std::string& blob : file.before) {
    const auto before = versions_.read(blob, file.path);
    if (!before) return std::unexpected(before.error());
    out.before.push_back(*before);
  }
  return out;
}

std::expected<void, IoError> StepReader::load_others(const LoggedCommit& commit, bool gone,
                                                     std::vector<Changed>& files) {
  for (const LoggedFile& file : commit.files) {
    const bool known =
        std::ranges::any_of(files, [&](const Changed& one) { return one.file->path == file.path; });
    // A new file is nothing to come from, one that is gone nothing to go to.
    const bool there = gone ? !file.after.empty() : !file.before.front().empty();
    if (known || !there || !is_yaml(file.path)) continue;
    auto loaded = load(file);
    if (!loaded) return std::unexpected(loaded.error());
    files.push_back(std::move(*loaded));
  }
  return {};
}

void StepReader::compare(const std::vector<Changed>& files, const std::string& address,
                         bool is_there, HistoryStep& out) {
  for (const Changed& one : files) {
    const CatalogueVersion& before = one.before.front()->catalogue;
    if (!before.address.empty()) out.old_set.catalogues.push_back(before);
    if (!one.after->catalogue.address.empty())
      out.new_set.catalogues.push_back(one.after->catalogue);
  }
  auto all = compare_versions(out.old_set, out.new_set, knowledge_, names_).changes;
  const auto is_about = [&](const Change& change) {
    if (is_there) return change.address == address || contains(change.now, address);
    return contains(change.was, address) ||
           (change.kind == ChangeKind::ItemRemoved && change.address == address);
  };
  for (Change& change : all) {
    if (!is_about(change)) continue;
    if (tells_address(change.kind)) out.before = change.was;
    out.appears |= change.kind == ChangeKind::ItemAdded;
    // A renamed item is gone from here, told by what it has become.
    if (!is_there && change.kind != ChangeKind::ItemRemoved && !tells_address(change.kind))
      continue;
    if (change.before_catalogue && !change.before_catalogue->file.empty())
      out.paths.emplace_back(change.before_catalogue->file.view());
    out.changes.push_back(std::move(change));
  }
}

void StepReader::find_moved_file(const std::vector<Changed>& files, const std::string& catalogue,
                                 const std::string& id, HistoryStep& out) {
  for (const Changed& one : files) {
    const FileVersion& before = *one.before.front();
    if (before.catalogue.address != catalogue || !before.item(id)) continue;
    out.moved_from = before.catalogue.file.view();
    out.paths.push_back(out.moved_from);
    out.before = {out.address};
  }
}

std::expected<HistoryStep, IoError> StepReader::read(const LoggedCommit& commit,
                                                     const std::string& catalogue,
                                                     const std::string& id,
                                                     const std::vector<std::string>& paths) {
  HistoryStep out;
  out.address = catalogue + "/" + id;
  std::vector<Changed> files;
  for (const LoggedFile& file : commit.files) {
    if (!contains(paths, file.path) || file.before.empty()) continue;
    auto loaded = load(file);
    if (!loaded) return std::unexpected(loaded.error());
    if (loaded->after->is_broken || loaded->before.front()->is_broken) out.broken = file.path;
    files.push_back(std::move(*loaded));
  }
  const auto find = [&](const FileVersion& version) {
    return version.catalogue.address == catalogue ? version.item(id) : nullptr;
  };
  Found now;
  Found then;
  bool is_as_before = false;
  for (const Changed& one : files) {
    if (const Item* item = find(*one.after)) now = {one.after, item};
    if (const Item* item = find(*one.before.front())) then = {one.before.front(), item};
  }
  if (out.broken || (!now.item && !then.item)) return out;
  // Of a merge: as in one of its parents is nothing that the merge did.
  for (const Changed& one : files) {
    for (const FileVersion* version : one.before) {
      const Item* item = find(*version);
      is_as_before |= now.item && item && is_same(*now.version, *now.item, *version, *item);
    }
  }
  const bool moved = now.item && then.item &&
                     now.version->catalogue.file.view() != then.version->catalogue.file.view();
  if (is_as_before && !moved) return out;
  out.is_touched = true;
  const bool one_sided = !now.item || !then.item;
  if (one_sided) {
    if (auto more = load_others(commit, !now.item, files); !more)
      return std::unexpected(more.error());
  }
  compare(files, out.address, now.item != nullptr, out);
  if (moved || (one_sided && out.changes.empty())) find_moved_file(files, catalogue, id, out);
  out.disappears = !now.item && out.moved_from.empty();
  const Found& shown = now.item ? now : then;
  out.name = item_name(*shown.item);
  out.file = shown.version->catalogue.file.view();
  out.version = version_text(*shown.version);
  if (!now.item && out.moved_from.empty()) out.before.clear();
  return out;
}

}  // namespace catalog
