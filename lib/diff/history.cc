#include "diff/history.h"

#include <algorithm>
#include <map>
#include <set>

#include "diff/explain.h"
#include "diff/history_reasons.h"
#include "diff/history_start.h"
#include "diff/history_step.h"

namespace catalog {

namespace {

/// What is known of a commit from its children: which items to look for, and what stood in the
/// files that hold versions and reasons.
struct State {
  std::set<std::string> items;               ///< addresses after the commit
  std::map<std::string, std::string> blobs;  ///< path → name, of catalog.yaml and of reasons
};

/// The name of a version that is no blob.
constexpr std::string_view kWorkTree = "work tree";

class HistoryWalk {
 public:
  HistoryWalk(FileSystem& files, HistoryStart& start)
      : files_(files),
        start_(start),
        versions_(std::make_shared<FileVersions>(start.repository().root())),
        knowledge_{start.workspace->vocabulary, start.workspace->calendar, start.workspace->legal},
        steps_(*versions_, knowledge_, *start.workspace) {
    for (const std::string& path : start.paths) paths_[start.item.catalogue].push_back(path);
  }

  std::expected<History, Message> walk(const HistoryRequest& request, std::string without) {
    auto log = git_log(start_.repository(), {start_.commit, std::move(without), start_.below});
    if (!log) return std::unexpected(log.error().message);
    find_lost_paths(*log);
    history_.address = request.address;
    history_.commits = log->size();
    history_.is_shallow = start_.repository().is_shallow();
    std::map<std::string, State> states;
    State first = first_state(request.address);
    if (start_.with_work_tree) {
      if (auto done = work_tree(first); !done) return std::unexpected(std::move(done.error()));
    }
    // The newest commit that changed the workspace need not be the one that was named.
    if (!log->empty()) states[log->front().hash] = std::move(first);
    for (const LoggedCommit& commit : *log) {
      if (auto done = step(commit, states); !done) return std::unexpected(done.error().message);
    }
    finish();
    return std::move(history_);
  }

 private:
  /// The reasons' files, by the paths of now and by convention.
  std::vector<std::string> reason_paths() const {
    std::vector<std::string> out{
        *start_.repository().inside(join_path(start_.root, "adjustments.yaml"))};
    for (const AdjustmentsFile& file : start_.workspace->adjustments) {
      const auto path = start_.repository().inside(std::string(file.file.view()));
      if (path && std::ranges::find(out, *path) == out.end()) out.push_back(*path);
    }
    return out;
  }

  State first_state(const std::string& address) {
    State out;
    out.items.insert(address);
    std::vector<std::string> watched = reason_paths();
    watched.push_back(start_.config);
    for (const std::string& path : watched) {
      const std::string whole = join_path(start_.repository().root(), path);
      out.blobs[path] = std::string(start_.revision->blob(whole));
    }
    std::vector<const AdjustmentsFile*> records;
    for (const AdjustmentsFile& file : start_.workspace->adjustments) records.push_back(&file);
    reasons_.see(std::string(start_.workspace->config.version.view()), std::move(records));
    return out;
  }

  /// A catalogue that is gone by now and stood elsewhere than by convention.
  void find_lost_paths(const std::vector<LoggedCommit>& log) {
    auto& known = paths_[start_.item.catalogue];
    if (start_.has_catalogue) return;
    for (const LoggedCommit& commit : log) {
      for (const LoggedFile& file : commit.files) {
        if (!file.after.empty() || file.before.empty() || file.before.front().empty()) continue;
        if (std::ranges::find(known, file.path) != known.end()) continue;
        const auto version = versions_->read(file.before.front(), file.path);
        if (version && (*version)->catalogue.address == start_.item.catalogue)
          known.push_back(file.path);
      }
    }
  }

  /// What was not committed yet, as a commit of its own.
  std::expected<void, Message> work_tree(State& state) {
    LoggedCommit commit;
    for (const std::string& path : paths_[start_.item.catalogue]) {
      const std::string whole = join_path(start_.repository().root(), path);
      const std::string blob(start_.revision->blob(whole));
      const auto bytes = files_.read(whole);
      const bool is_there = files_.kind(whole) == PathKind::File;
      if (is_there && !bytes) return std::unexpected(bytes.error().message);
      if ((!is_there && blob.empty()) ||
          (is_there && !blob.empty() && git_blob_name(*bytes, blob) == blob))
        continue;
      if (is_there) versions_->put(std::string(kWorkTree), path, *bytes);
      commit.files.push_back({path, {blob}, is_there ? std::string(kWorkTree) : ""});
    }
    if (commit.files.empty()) return {};
    State before = state;
    before.items.clear();
    if (auto done = look(commit, state, &before); !done)
      return std::unexpected(done.error().message);
    state.items = std::move(before.items);
    return {};
  }

  std::expected<const FileVersion*, IoError> watched(const State& state,
                                                     const std::string& path) const {
    const auto found = state.blobs.find(path);
    return versions_->read(found == state.blobs.end() ? "" : found->second, path);
  }

  std::expected<void, IoError> step(const LoggedCommit& commit,
                                    std::map<std::string, State>& states) {
    // Lines of history that never met the newest commit are not in the log.
    auto node = states.extract(commit.hash);
    if (node.empty()) return {};
    const State& state = node.mapped();
    State before = state;
    before.items.clear();
    if (auto done = look(commit, state, &before); !done) return done;
    for (size_t i = 0; i < commit.parents.size(); i++) {
      State& parent = states[commit.parents[i]];
      parent.items.insert(before.items.begin(), before.items.end());
      for (const auto& [path, blob] : state.blobs) parent.blobs.emplace(path, blob);
      for (const LoggedFile& file : commit.files) {
        if (state.blobs.contains(file.path) && i < file.before.size())
          parent.blobs[file.path] = file.before[i];
      }
    }
    return {};
  }

  /// Tells what a commit did to the items looked for, and which to look for before it.
  std::expected<void, IoError> look(const LoggedCommit& commit, const State& state, State* before) {
    const auto config = watched(state, start_.config);
    if (!config) return std::unexpected(config.error());
    const WorkspaceFile* workspace = (*config)->config.get();
    std::string workspace_version = workspace ? std::string(workspace->version.view()) : "";
    if (auto seen = see_reasons(state, workspace_version); !seen) return seen;
    for (const std::string& address : state.items) {
      const size_t slash = address.rfind('/');
      const std::string catalogue = address.substr(0, slash);
      auto found = steps_.read(commit, catalogue, address.substr(slash + 1), paths_[catalogue]);
      if (!found) return std::unexpected(found.error());
      if (found->broken) remark_broken(commit, *found->broken);
      if (!found->is_touched || found->before.empty()) {
        before->items.insert(address);
      } else {
        follow(*found, *before);
      }
      if (found->is_touched) add_entry(commit, std::move(*found), workspace, workspace_version);
    }
    return {};
  }

  std::expected<void, IoError> see_reasons(const State& state, const std::string& version) {
    std::vector<const AdjustmentsFile*> records;
    for (const auto& [path, blob] : state.blobs) {
      const auto file = versions_->read(blob, path);
      if (!file) return std::unexpected(file.error());
      if ((*file)->adjustments) records.push_back((*file)->adjustments.get());
    }
    reasons_.see(version, std::move(records));
    return {};
  }

  void follow(const HistoryStep& step, State& before) {
    for (const std::string& address : step.before) {
      before.items.insert(address);
      auto& known = paths_[address.substr(0, address.rfind('/'))];
      for (const std::string& path : step.paths) {
        if (std::ranges::find(known, path) == known.end()) known.push_back(path);
      }
    }
  }

  void remark_broken(const LoggedCommit& commit, const std::string& path) {
    history_.remarks.push_back(
        say({"{0}中的“{1}”不合YAML语法，前后两个版本未作比较",
             "“{1}” at {0}, or just before it, is no YAML that can be read: not compared"},
            commit.hash.empty() ? Phrase("现在的文件", "the work tree") : Phrase(commit.short_hash),
            path));
  }

  void add_entry(const LoggedCommit& commit, HistoryStep step, const WorkspaceFile* workspace,
                 const std::string& workspace_version) {
    if (history_.name.empty()) history_.name = step.name;
    HistoryEntry entry{commit.hash,
                       commit.short_hash,
                       commit.date,
                       commit.author,
                       commit.subject,
                       std::move(step.address),
                       std::move(step.file),
                       std::move(step.version),
                       workspace_version,
                       step.appears,
                       step.disappears,
                       std::move(step.moved_from),
                       std::move(step.changes)};
    // What was before it may not have been fetched.
    if (history_.is_shallow && commit.parents.empty() && !commit.hash.empty())
      entry.appears = false;
    step.new_set.config = workspace;
    history_.entries.push_back(std::move(entry));
    sets_->emplace_back(std::move(step.old_set), std::move(step.new_set));
  }

  void finish() {
    for (size_t i = 0; i < history_.entries.size(); i++) {
      HistoryEntry& entry = history_.entries[i];
      explain_changes(entry.changes, *reasons_.records_for(entry.workspace_version),
                      (*sets_)[i].second);
    }
    find_now();
    const bool begins = std::ranges::any_of(history_.entries, &HistoryEntry::appears);
    history_.is_cut = history_.is_shallow && !begins;
    history_.versions = versions_;
    history_.kept = sets_;
  }

  /// The item as it is in the newest version.
  void find_now() {
    const auto find = [&](const auto& documents) {
      for (const auto& document : documents) {
        const CatalogueVersion version = version_of(document);
        if (version.address != start_.item.catalogue) continue;
        for (const auto& item : document.items) {
          if (item.id.view() != start_.item.id) continue;
          history_.is_there = true;
          history_.name = item_name(item);
          history_.file = version.file.view();
          if constexpr (requires { item.was; }) {
            for (const Text& was : item.was) history_.was.emplace_back(was.view());
          }
        }
      }
    };
    find(start_.workspace->lists);
    find(start_.workspace->standards);
    find(start_.workspace->guidelines);
  }

  FileSystem& files_;
  HistoryStart& start_;
  std::shared_ptr<FileVersions> versions_;
  Knowledge knowledge_;
  StepReader steps_;
  std::map<std::string, std::vector<std::string>> paths_;  ///< by catalogue
  HistoryReasons reasons_;
  /// What was compared for the entries, one each.
  std::shared_ptr<std::vector<std::pair<CatalogueSet, CatalogueSet>>> sets_ =
      std::make_shared<std::vector<std::pair<CatalogueSet, CatalogueSet>>>();
  History history_;
};

bool is_wanted(const Change& change, const HistorySelection& selection) {
  const auto& classes = selection.classes;
  if (!classes.empty() && std::ranges::find(classes, change.cls) == classes.end()) return false;
  const std::string& field = selection.field;
  if (field.empty() || change.field == field || change.field.starts_with(field + ".")) return true;
  const bool is_name = field == "topic" || field == "subtopic" || field == "detail";
  return (is_name && change.kind == ChangeKind::ItemRenamed) ||
         (field == "id" && change.kind == ChangeKind::ItemRenumbered);
}

}  // namespace

std::expected<History, Message> history_of(FileSystem& files, const HistoryRequest& request) {
  auto start = start_history(files, request);
  if (!start) return std::unexpected(std::move(start.error()));
  std::string without;
  if (!request.since.empty()) {
    auto commit = start->repository().commit_of(request.since);
    if (!commit) return std::unexpected(commit.error().message);
    without = std::move(*commit);
  }
  auto history = HistoryWalk(files, *start).walk(request, std::move(without));
  if (!history) return history;
  const bool is_known = history->is_there || !history->entries.empty();
  if (!is_known && request.since.empty()) return std::unexpected(unknown_item(*start, request));
  return history;
}

void select_history(History& history, const HistorySelection& selection) {
  for (HistoryEntry& entry : history.entries) {
    std::erase_if(entry.changes,
                  [&](const Change& change) { return !is_wanted(change, selection); });
  }
  const bool all = selection.classes.empty() && selection.field.empty();
  std::erase_if(history.entries, [&](const HistoryEntry& entry) {
    if (!selection.since.empty() && !entry.date.empty() &&
        entry.date.substr(0, selection.since.size()) < selection.since)
      return true;
    return !all && entry.changes.empty();
  });
  if (selection.most && history.entries.size() > *selection.most)
    history.entries.resize(*selection.most);
}

}  // namespace catalog
