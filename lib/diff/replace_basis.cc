#include "diff/replace_basis.h"

#include <algorithm>

#include "diff/adjustment_stubs.h"
#include "diff/explain.h"
#include "source/shadow_file_system.h"
#include "workspace/load_reference.h"

namespace catalog {

namespace {

bool may_cite(const FileRecord& file) {
  return !file.kind || file.kind == Kind::List || file.kind == Kind::Standard ||
         file.kind == Kind::Adoption;
}

CatalogueSet all_of(const Workspace& workspace) {
  CatalogueSet out;
  out.config = &workspace.config;
  out.is_whole = true;
  for (const List& list : workspace.lists) out.catalogues.push_back(version_of(list));
  for (const Standard& standard : workspace.standards)
    out.catalogues.push_back(version_of(standard));
  return out;
}

class Replacer {
 public:
  Replacer(FileSystem& files, const BasisRequest& request) : files_(files), request_(request) {}

  std::expected<BasisReplacement, Message> run(const std::string& root) {
    auto loaded = load_sound_workspace(files_, root, loading());
    if (!loaded) return std::unexpected(std::move(loaded.error()));
    out_.workspace = std::move(*loaded);
    if (auto found = find_both(); !found) return std::unexpected(std::move(found.error()));
    if (auto done = edit_all(); !done) return std::unexpected(std::move(done.error()));
    if (out_.files.empty()) return std::move(out_);
    if (auto done = explain(root); !done) return std::unexpected(std::move(done.error()));
    return std::move(out_);
  }

 private:
  LoadOptions loading() const {
    return {.builtin = request_.builtin, .threads = request_.threads, .baseline = ""};
  }

  std::expected<void, Message> find_both() {
    const Workspace& workspace = *out_.workspace;
    const auto old_one = find_document(workspace, request_.old_document);
    if (!old_one) return std::unexpected(old_one.error());
    const auto new_one = find_document(workspace, request_.new_document);
    if (!new_one) return std::unexpected(new_one.error());
    if (*old_one == *new_one) {
      return std::unexpected(say({"新旧两份是同一份文件：{}", "Both are one document: {}"},
                                 citation_text(workspace.legal.at(*old_one))));
    }
    out_.old_document = *old_one;
    out_.new_document = *new_one;
    const auto later = workspace.legal.successors(*old_one);
    out_.follows = std::ranges::find(later, *new_one) != later.end();
    if (const auto next = workspace.legal.successors(*new_one); !next.empty())
      out_.later = next.back();
    const auto titled = workspace.legal.find(out_.old_one().title, "").documents;
    out_.keeps_articles =
        request_.keep_articles.value_or(std::ranges::find(titled, *new_one) != titled.end());
    return {};
  }

  std::expected<void, Message> edit_all() {
    CitationEditor editor(out_.workspace->legal, out_.old_document, out_.new_document);
    for (const FileRecord& record : out_.workspace->files) {
      if (!may_cite(record)) continue;
      const std::string path(record.path.view());
      auto text = files_.read(path);
      if (!text) return std::unexpected(std::move(text.error().message));
      auto file = replace_in_file(path, *text, editor, out_.keeps_articles);
      if (!file) return std::unexpected(std::move(file.error()));
      if (!file->citations.empty()) {
        out_.files.push_back({path, std::move(*text), std::move(*file)});
      } else if (!file->look_again.empty()) {
        out_.unclear.push_back({path, {}, std::move(*file)});
      }
    }
    return {};
  }

  /// A change of the basis is no loss, but is to be on record with its reason like one.
  static std::vector<const Change*> without_reason(const VersionDiff& diff) {
    std::vector<const Change*> out;
    for (const Change& change : diff.changes) {
      const bool counts = change.cls == ChangeClass::Narrowed || change.cls == ChangeClass::Changed;
      if (counts && !change.explained) out.push_back(&change);
    }
    return out;
  }

  /// Compares before and after, and makes the stubs of changes without a reason.
  std::expected<void, Message> explain(const std::string& root) {
    ShadowFileSystem shadow(files_);
    for (const BasisFileChange& file : out_.files) {
      if (auto written = write_file(shadow, file.path, file.after.text); !written)
        return std::unexpected(std::move(written.error().message));
    }
    const auto after = load_sound_workspace(shadow, root, loading());
    if (!after) return std::unexpected(after.error());
    const Workspace& now = **after;
    const CatalogueSet before_set = all_of(*out_.workspace);
    const CatalogueSet after_set = all_of(now);
    VersionDiff diff =
        compare_versions(before_set, after_set, {now.vocabulary, now.calendar, now.legal}, now);
    explain_changes(diff, now, after_set);
    out_.changes = diff.counts;
    // The succession is the reason, where the register knows of it.
    if (out_.follows) return {};
    return add_missing(without_reason(diff), now);
  }

  std::expected<void, Message> add_missing(const std::vector<const Change*>& missing,
                                           const Workspace& now) {
    out_.stubs = missing.size();
    if (missing.empty()) return {};
    out_.adjustments_path = request_.adjustments;
    if (out_.adjustments_path.empty()) {
      out_.adjustments_path = now.adjustments.empty()
                                  ? join_path(now.root, "adjustments.yaml")
                                  : std::string(now.adjustments.front().file.view());
    }
    if (files_.kind(out_.adjustments_path) == PathKind::File) {
      auto read = files_.read(out_.adjustments_path);
      if (!read) return std::unexpected(std::move(read.error().message));
      out_.adjustments_before = std::move(*read);
    }
    auto made =
        add_stubs(out_.adjustments_before, missing, now.config.version.view(), request_.keys);
    if (!made) return std::unexpected(std::move(made.error()));
    out_.adjustments = std::move(*made);
    return {};
  }

  FileSystem& files_;
  const BasisRequest& request_;
  BasisReplacement out_;
};

}  // namespace

size_t BasisReplacement::citations() const {
  size_t out = 0;
  for (const BasisFileChange& file : files) out += file.after.citations.size();
  return out;
}

std::vector<FileBytes> BasisReplacement::bytes() const {
  std::vector<FileBytes> out;
  for (const BasisFileChange& file : files) out.push_back({file.path, file.after.text});
  if (!adjustments.empty() && adjustments != adjustments_before)
    out.push_back({adjustments_path, adjustments});
  return out;
}

std::expected<BasisReplacement, Message> replace_basis(FileSystem& files, const std::string& root,
                                                       const BasisRequest& request) {
  return Replacer(files, request).run(root);
}

}  // namespace catalog
