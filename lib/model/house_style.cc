#include "model/house_style.h"

#include <algorithm>

#include "model/conflict_marker.h"
#include "model/other_language.h"
#include "model/reader.h"

namespace catalog {

namespace {

using yaml::kNoNode;
using yaml::Node;
using yaml::NodeId;
using yaml::NodeKind;
using yaml::Quotes;
using yaml::Wish;

/// Goes through a tree by the field table and notes the wishes of each node.
class WishMaker {
 public:
  WishMaker(const yaml::Tree& tree, const HouseStyle& style) : tree_(tree), style_(style) {
    wishes_.nodes.resize(tree.size());
  }

  void record(NodeId id, const RecordInfo& info) {
    if (tree_[id].kind != NodeKind::Mapping) return;
    tree_.each_pair(id, [&](yaml::Pair pair) {
      const Node& key = tree_[pair.key];
      const auto found = key.kind == NodeKind::Scalar ? info.find(key.text) : std::nullopt;
      if (!found) return;  // an unknown key keeps its place and its words
      const FieldInfo& field = info.fields[found->index];
      Wish& wish = wishes_.nodes[pair.key];
      wish.rank = field.content == Content::Kind ? 0 : static_cast<uint16_t>(found->index + 1);
      wish.quotes = Quotes::Never;  // `on` is a key here for every reader that knows the format
      wish.text = style_.keys ? field.key.in(*style_.keys) : key.text;
      value(pair.value, field, info);
    });
  }

  yaml::Wishes take() { return std::move(wishes_); }

 private:
  void value(NodeId id, const FieldInfo& field, const RecordInfo& owner) {
    if (conflict(id, field, owner)) return;
    switch (field.shape) {
      case Shape::Text:
      case Shape::TextList:
        return texts(id, field, owner);
      case Shape::LevelText:
      case Shape::LevelTextList:
        return by_level(id, field, owner);
      case Shape::TextMap:
        return;  // its keys and values are the author's
      case Shape::Elements:
      case Shape::Record:
      case Shape::RecordList:
        return records(id, field, owner);
    }
  }

  /// What merging left to settle, with the values of its sides: whether it is that.
  bool conflict(NodeId id, const FieldInfo& field, const RecordInfo& owner) {
    if (tree_[id].kind != NodeKind::Mapping || tree_[id].child_count != 2) return false;
    const NodeId key = tree_[id].first_child;
    const NodeId sides = tree_[key].next;
    if (!is_key(key, kConflictKeys.conflict) || tree_[sides].kind != NodeKind::Mapping)
      return false;
    rename(key, kConflictKeys.conflict);
    tree_.each_pair(sides, [&](yaml::Pair pair) {
      for (const Bilingual side :
           {kConflictKeys.base, kConflictKeys.department, kConflictKeys.district}) {
        if (is_key(pair.key, side)) rename(pair.key, side);
      }
      value(pair.value, field, owner);
    });
    return true;
  }
  bool is_key(NodeId id, Bilingual key) const {
    return tree_[id].kind == NodeKind::Scalar &&
           (tree_[id].text == key.zh || tree_[id].text == key.en);
  }
  void rename(NodeId id, Bilingual key) {
    if (style_.keys) wishes_.nodes[id].text = key.in(*style_.keys);
  }

  /// A text, or a list of texts.
  void texts(NodeId id, const FieldInfo& field, const RecordInfo& owner) {
    const Node& node = tree_[id];
    if (node.kind == NodeKind::Sequence) {
      for (NodeId at = node.first_child; at != kNoNode; at = tree_[at].next)
        if (tree_[at].kind == NodeKind::Scalar) text(at, field, owner);
    } else if (node.kind == NodeKind::Scalar) {
      text(id, field, owner);
    }
  }

  void text(NodeId id, const FieldInfo& field, const RecordInfo& owner) {
    const std::string_view words = tree_[id].text;
    Wish& wish = wishes_.nodes[id];
    if (style_.keys) translate(wish, in_other_language(field, owner, words, other()));
    wish.quotes = is_always_quoted(field, words)     ? Quotes::Always
                  : field.content == Content::Number ? Quotes::AsWritten
                                                     : Quotes::WhereNeeded;
  }

  void by_level(NodeId id, const FieldInfo& field, const RecordInfo& owner) {
    if (tree_[id].kind != NodeKind::Mapping) return texts(id, field, owner);
    tree_.each_pair(id, [&](yaml::Pair pair) {
      if (tree_[pair.key].kind == NodeKind::Scalar && style_.keys)
        translate(wishes_.nodes[pair.key], level_in_other_language(tree_[pair.key].text, other()));
      if (!conflict(pair.value, field, owner)) texts(pair.value, field, owner);
    });
  }

  void records(NodeId id, const FieldInfo& field, const RecordInfo& owner) {
    const Node& node = tree_[id];
    const RecordInfo& info = *field.record();
    if (node.kind == NodeKind::Mapping) return record(id, info);
    if (node.kind != NodeKind::Sequence) return texts(id, field, owner);
    const bool items = info.field("topic") != nullptr;
    wishes_.nodes[id].spaced = items;
    for (NodeId at = node.first_child; at != kNoNode; at = tree_[at].next) {
      wishes_.nodes[at].block = items;
      record(at, info);
      if (tree_[at].kind == NodeKind::Scalar) text(at, field, owner);
    }
  }

  void translate(Wish& wish, std::string words) {
    if (words.empty()) return;
    wish.text = wishes_.texts.emplace_back(std::move(words));
  }

  OtherLanguage other() const { return {*style_.keys, style_.vocabulary}; }

  const yaml::Tree& tree_;
  const HouseStyle& style_;
  yaml::Wishes wishes_;
};

}  // namespace

bool is_always_quoted(const FieldInfo& field, std::string_view text) {
  switch (field.content) {
    case Content::Id:
    case Content::Date:
    case Content::Version:
    case Content::Fingerprint:
      return true;
    case Content::UnitCode:
      return text.find_first_not_of("0123456789") == text.npos;
    default:
      return false;
  }
}

yaml::Wishes house_wishes(const yaml::Tree& tree, Kind kind, const HouseStyle& style) {
  WishMaker maker(tree, style);
  maker.record(tree.root(), *kind_info(kind).record());
  return maker.take();
}

std::expected<HouseFormatted, yaml::SyntaxProblem> format_file(std::string_view text,
                                                               const HouseStyle& style) {
  thread_local yaml::Tree tree;
  if (auto read = yaml::parse(text, tree, yaml::Comments::Keep); !read)
    return std::unexpected(std::move(read.error()));
  const auto kind = kind_of(tree);
  if (!kind) return HouseFormatted{std::string(text), false};
  auto formatted = yaml::format(text, tree, house_wishes(tree, *kind, style));
  return HouseFormatted{formatted ? std::move(*formatted) : std::string(text), true};
}

}  // namespace catalog
