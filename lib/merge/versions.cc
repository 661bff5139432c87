#include "merge/versions.h"

#include "merge/comment_edits.h"
#include "merge/patch.h"
#include "model/reader.h"
#include "source/source_text.h"
#include "yaml/parse.h"

namespace catalog {

namespace {

/// One version read into its record, with its tree and comments.
template <class Document>
struct Version {
  std::string_view text;
  yaml::Tree tree;
  Document document;
  Lang keys = Lang::En;

  /// Whether all that is written was read, so that nothing is lost by writing it again.
  bool read(std::string_view from) {
    text = from;
    if (!yaml::parse(text, tree, yaml::Comments::Keep) || tree.empty()) return false;
    for (yaml::NodeId id = 0; id < tree.size(); id++) {
      if (tree[id].kind == yaml::NodeKind::Alias || tree[id].has_tag) return false;
    }
    Problems problems;
    read_document(tree, {}, document, problems);
    keys = key_language(tree);
    for (const Problem& problem : problems) {
      switch (problem.kind) {
        case ProblemKind::FieldMissing:
        case ProblemKind::FieldEmpty:
        case ProblemKind::ValueMalformed:
          continue;
        default:
          return false;
      }
    }
    return true;
  }
};

/// Whose value stands in the place of a conflict.
enum class Whose : uint8_t { Ours, Base, Theirs };

template <class Document>
class VersionsMerger {
 public:
  VersionsMerger(const Workspace& workspace, const MarkerStyle& style)
      : meanings_(workspace), style_(style) {}

  std::optional<VersionsMerged> merge(std::string_view base, std::string_view ours,
                                      std::string_view theirs) {
    // A file that both added has no ancestor: git gives an empty one.
    has_base_ = !base.empty();
    if ((has_base_ && !base_.read(base)) || !ours_.read(ours) || !theirs_.read(theirs))
      return std::nullopt;
    auto mine = written(Whose::Ours);
    if (!mine) return std::nullopt;
    if (!conflicts_) return VersionsMerged{std::move(*mine), false, false};
    const auto before = written(Whose::Base), other = written(Whose::Theirs);
    if (!before || !other) return std::nullopt;
    LineMerged lines = merge_lines(*before, *mine, *other, style_);
    if (!lines.conflicts) return std::nullopt;
    return VersionsMerged{std::move(lines.text), true, false};
  }

 private:
  /// Ours with theirs edited in, conflicts settled for one of the three.
  std::optional<std::string> written(Whose whose) {
    const auto settle = [&](const TextConflict& at) -> std::optional<Symbol> {
      conflicts_ = true;
      if (whose == Whose::Ours) return at.left.value;
      if (whose == Whose::Theirs) return at.right.value;
      return at.base ? at.base->value : Symbol();
    };
    const auto gone = [&](const std::string&, Symbol, Remover remover) {
      conflicts_ = true;
      if (whose == Whose::Base) return KeptAs::Before;
      const bool removed_here = (whose == Whose::Ours) == (remover == Remover::Left);
      return removed_here ? KeptAs::Gone : KeptAs::Changed;
    };
    RecordMerger merger(meanings_, {settle, {}, gone});
    merger.bare_is_whole = true;
    const Document merged = merger.record<Document>(has_base_ ? &base_.document : nullptr,
                                                    ours_.document, theirs_.document);
    Patcher patcher(meanings_, {ours_.text, ours_.tree}, {theirs_.text, theirs_.tree}, ours_.keys,
                    ours_.keys == theirs_.keys);
    auto edits = patcher.patch(ours_.document, merged, theirs_.document);
    if (!edits) return std::nullopt;
    std::string text = apply_edits(ours_.text, std::move(*edits));
    Version<Document> read_back;
    if (!read_back.read(text) || !exactly(read_back.document, merged)) return std::nullopt;
    return with_comments(std::move(text), merged);
  }

  /// Adds the comments that theirs added, and takes out those that it took out.
  std::optional<std::string> with_comments(std::string text, const Document& merged) {
    const auto comments = [](const Version<Document>& version) {
      return commented(version.text, version.tree);
    };
    std::string out = edit_comments(text, comments(base_), comments(ours_), comments(theirs_));
    Version<Document> read_back;
    if (!read_back.read(out) || !exactly(read_back.document, merged)) return std::nullopt;
    return out;
  }

  MergeMeanings meanings_;
  const MarkerStyle& style_;
  Version<Document> base_, ours_, theirs_;
  bool conflicts_ = false, has_base_ = true;
};

std::optional<Kind> kind_of_text(std::string_view text) {
  yaml::Tree tree;
  if (!yaml::parse(text, tree)) return std::nullopt;
  return kind_of(tree);
}

}  // namespace

VersionsMerged merge_versions(const Workspace& workspace, std::string_view base,
                              std::string_view ours, std::string_view theirs,
                              const MarkerStyle& style) {
  if (ours == theirs || theirs == base) return {std::string(ours), false, false};
  if (ours == base) return {std::string(theirs), false, false};
  std::optional<VersionsMerged> merged;
  const auto kind = kind_of_text(ours);
  if (kind == Kind::List) merged = VersionsMerger<List>(workspace, style).merge(base, ours, theirs);
  if (kind == Kind::Standard)
    merged = VersionsMerger<Standard>(workspace, style).merge(base, ours, theirs);
  if (kind == Kind::Adoption)
    merged = VersionsMerger<Adoption>(workspace, style).merge(base, ours, theirs);
  if (merged) return std::move(*merged);
  LineMerged lines = merge_lines(base, ours, theirs, style);
  return {std::move(lines.text), lines.conflicts, true};
}

}  // namespace catalog
