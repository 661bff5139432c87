#include "model/document_edit.h"

#include "model/reader.h"
#include "source/source_text.h"
#include "yaml/edit.h"
#include "yaml/lines.h"
#include "yaml/parse.h"

namespace catalog {

namespace {

using yaml::kNoNode;
using yaml::NodeId;

/// The key of a field in a file, in whichever spelling; kNoNode if it is not there.
NodeId key_of(const RecordInfo& record, const yaml::Tree& tree, size_t field) {
  NodeId key = kNoNode;
  tree.each_pair(tree.root(), [&](yaml::Pair pair) {
    const auto found = record.find(tree.resolved(pair.key).text);
    if (key == kNoNode && found && found->index == field) key = pair.key;
  });
  return key;
}

/// The key behind which a field belongs: the last one there of those before it in the table.
NodeId key_before(const RecordInfo& record, const yaml::Tree& tree, size_t field) {
  while (field-- > 0) {
    if (const NodeId key = key_of(record, tree, field); key != kNoNode) return key;
  }
  return kNoNode;
}

}  // namespace

template <class F>
void DocumentEditor::edit(F&& make) {
  yaml::Tree tree;
  if (failed_ || !yaml::parse(text_, tree) || tree.empty()) {
    failed_ = true;
    return;
  }
  const std::optional<std::vector<Edit>> edits = make(tree);
  if (!edits) return;
  if (edits->empty()) failed_ = true;
  text_ = apply_edits(text_, *edits);
}

Lang DocumentEditor::language() {
  Lang out = Lang::En;
  edit([&](const yaml::Tree& tree) -> std::optional<std::vector<Edit>> {
    out = key_language(tree);
    return std::nullopt;
  });
  return out;
}

std::string DocumentEditor::text_of(std::string_view key) {
  std::string out;
  edit([&](const yaml::Tree& tree) -> std::optional<std::vector<Edit>> {
    const NodeId own = key_of(record_, tree, record_.find(key)->index);
    if (own != kNoNode) out = tree.resolved(tree[own].next).text;
    return std::nullopt;
  });
  return out;
}

void DocumentEditor::set(std::string_view key, const std::string& written) {
  const auto found = record_.find(key);
  edit([&](const yaml::Tree& tree) -> std::optional<std::vector<Edit>> {
    const NodeId own = key_of(record_, tree, found->index);
    if (own != kNoNode) return yaml::replace_node(text_, tree, tree[own].next, written);
    const std::string name(record_.fields[found->index].key.in(key_language(tree)));
    return yaml::insert_pair(text_, tree, tree.root(), key_before(record_, tree, found->index),
                             name, written);
  });
}

void DocumentEditor::remove(std::string_view key) {
  const auto found = record_.find(key);
  edit([&](const yaml::Tree& tree) -> std::optional<std::vector<Edit>> {
    const NodeId own = key_of(record_, tree, found->index);
    if (own == kNoNode) return std::nullopt;
    auto edits = yaml::remove_pair(text_, tree, tree.root(), own);
    if (tree[tree.root()].style == yaml::Style::Flow) return edits;
    // The comment lines above stay: they may speak of more than this field.
    const uint32_t begin = tree[own].span.begin;
    const size_t line = text_.rfind('\n', begin) + 1;
    for (Edit& edit : edits)
      if (edit.span.begin < line && line < edit.span.end)
        edit.span.begin = static_cast<uint32_t>(line);
    return edits;
  });
}

void DocumentEditor::set_record(
    std::string_view key, const std::vector<std::pair<std::string_view, std::string>>& fields) {
  remove(key);
  edit([&](const yaml::Tree& tree) -> std::optional<std::vector<Edit>> {
    const Lang lang = key_language(tree);
    const auto found = record_.find(key);
    const FieldInfo& field = record_.fields[found->index];
    std::string lines;
    for (const auto& [name, written] : fields) {
      lines += std::string(yaml::line_break_of(text_)) + "  " +
               std::string(field.record()->field(name)->key.in(lang)) + ": " + written;
    }
    const std::string mark = "@";  // a word that stands for the lines until the edit is made
    auto edits =
        yaml::insert_pair(text_, tree, tree.root(), key_before(record_, tree, found->index),
                          field.key.in(lang), mark);
    for (Edit& edit : edits) {
      const size_t at = edit.text.rfind(": " + mark);
      if (at == std::string::npos || edit.text.find(yaml::line_break_of(text_)) == edit.text.npos)
        return std::vector<Edit>();
      edit.text.replace(at + 1, 1 + mark.size(), lines);
    }
    return edits;
  });
}

std::optional<std::string> DocumentEditor::take() {
  if (failed_) return std::nullopt;
  return std::move(text_);
}

}  // namespace catalog
