#include "rules/confirmation_edit.h"

#include <vector>

#include "model/fields_files.h"
#include "model/meaning_digest.h"
#include "model/reader.h"
#include "source/source_text.h"
#include "yaml/edit.h"
#include "yaml/lines.h"
#include "yaml/parse.h"
#include "yaml/quote.h"

namespace catalog {

namespace {

using yaml::kNoNode;
using yaml::NodeId;

const RecordInfo& standard_info() { return *record_info<Standard>(); }

/// The key of a field in a file, in whichever spelling; kNoNode if it is not there.
NodeId key_of(const yaml::Tree& tree, size_t field) {
  NodeId key = kNoNode;
  tree.each_pair(tree.root(), [&](yaml::Pair pair) {
    const auto found = standard_info().find(tree.resolved(pair.key).text);
    if (key == kNoNode && found && found->index == field) key = pair.key;
  });
  return key;
}

/// The key behind which a field belongs: the last one there of those before it in the table.
NodeId key_before(const yaml::Tree& tree, size_t field) {
  while (field-- > 0) {
    if (const NodeId key = key_of(tree, field); key != kNoNode) return key;
  }
  return kNoNode;
}

}  // namespace

bool is_changed_since_confirmed(const Standard& standard, const Vocabulary& vocabulary) {
  return standard.confirmed.present() && !standard.confirmed->digest.empty() &&
         standard.confirmed->digest.view() != meaning_digest(standard, vocabulary);
}

template <class F>
void StandardEditor::edit(F&& make) {
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

void StandardEditor::set(std::string_view key, const std::string& written) {
  const auto found = standard_info().find(key);
  edit([&](const yaml::Tree& tree) -> std::optional<std::vector<Edit>> {
    const NodeId own = key_of(tree, found->index);
    if (own != kNoNode) return yaml::replace_node(text_, tree, tree[own].next, written);
    const std::string name(standard_info().fields[found->index].key.in(key_language(tree)));
    return yaml::insert_pair(text_, tree, tree.root(), key_before(tree, found->index), name,
                             written);
  });
}

void StandardEditor::remove(std::string_view key) {
  const auto found = standard_info().find(key);
  edit([&](const yaml::Tree& tree) -> std::optional<std::vector<Edit>> {
    const NodeId own = key_of(tree, found->index);
    if (own == kNoNode) return std::nullopt;
    auto edits = yaml::remove_pair(text_, tree, tree.root(), own);
    if (tree[tree.root()].style == yaml::Style::Flow) return edits;
    // The comment lines above stay: they may speak of more than this field.
    const uint32_t key = tree[own].span.begin;
    const size_t line = text_.rfind('\n', key) + 1;
    for (Edit& edit : edits)
      if (edit.span.begin < line && line < edit.span.end)
        edit.span.begin = static_cast<uint32_t>(line);
    return edits;
  });
}

void StandardEditor::set_state(StandardState state) {
  Lang lang = Lang::En;
  edit([&](const yaml::Tree& tree) -> std::optional<std::vector<Edit>> {
    // Words may be Chinese among English keys: what stands there says which.
    const NodeId own = key_of(tree, standard_info().find("state")->index);
    const std::string_view now = own == kNoNode ? "" : tree.resolved(tree[own].next).text;
    const auto index = words::kState.index(now);
    lang =
        index ? (words::kState.words[*index].zh == now ? Lang::Zh : Lang::En) : key_language(tree);
    return std::nullopt;
  });
  set("state", yaml::scalar_text(state_word(state).in(lang)));
}

void StandardEditor::set_opinion(std::string_view opinion) {
  set("opinion", yaml::scalar_text(opinion));
}

void StandardEditor::set_confirmed(const ConfirmationRecord& record) {
  remove("confirmed");
  edit([&](const yaml::Tree& tree) -> std::optional<std::vector<Edit>> {
    const Lang lang = key_language(tree);
    const auto found = standard_info().find("confirmed");
    const RecordInfo& info = *record_info<Confirmation>();
    const auto line = [&](std::string_view key, const std::string& written) {
      return std::string(yaml::line_break_of(text_)) + "  " +
             std::string(info.field(key)->key.in(lang)) + ": " + written;
    };
    const std::string lines = line("by", yaml::scalar_text(record.by)) +
                              line("on", yaml::double_quoted(record.on)) +
                              line("document", yaml::scalar_text(record.document)) +
                              line("digest", yaml::scalar_text(record.digest));
    const std::string mark = "@";  // a word that stands for the lines until the edit is made
    auto edits = yaml::insert_pair(text_, tree, tree.root(), key_before(tree, found->index),
                                   standard_info().fields[found->index].key.in(lang), mark);
    for (Edit& edit : edits) {
      const size_t at = edit.text.rfind(": " + mark);
      if (at == std::string::npos || edit.text.find(yaml::line_break_of(text_)) == edit.text.npos)
        return std::vector<Edit>();
      edit.text.replace(at + 1, 1 + mark.size(), lines);
    }
    return edits;
  });
}

std::optional<std::string> StandardEditor::take() {
  if (failed_) return std::nullopt;
  return std::move(text_);
}

}  // namespace catalog
