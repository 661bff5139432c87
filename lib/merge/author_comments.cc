#include "merge/author_comments.h"

#include "model/fields_adoption.h"
#include "model/reader.h"
#include "yaml/lines.h"

namespace catalog {

namespace {

using yaml::kNoNode;
using yaml::NodeId;

std::string english_key(const RecordInfo& record, std::string_view key) {
  const auto found = record.find(key);
  return std::string(found ? record.fields[found->index].key.en : key);
}

/// The text of the first of these keys that a mapping has.
std::string text_at(const yaml::Tree& tree, NodeId mapping,
                    std::initializer_list<const char*> keys) {
  for (const char* key : keys) {
    const NodeId found = tree.find(mapping, key);
    if (found != kNoNode) return std::string(tree.resolved(found).text);
  }
  return {};
}

class Stops {
 public:
  Stops(std::string_view text, const yaml::Tree& tree) : text_(text), tree_(tree) {
    const bool adoption = kind_of(tree) == Kind::Adoption;
    const RecordInfo& head = adoption ? *record_info<Adoption>() : *record_info<Standard>();
    tree.each_pair(tree.root(), [&](yaml::Pair pair) {
      const yaml::Node &key = tree[pair.key], &value = tree[pair.value];
      const std::string name = english_key(head, key.text);
      const auto found = head.field(name);
      const RecordInfo* entry = found && found->record ? found->record() : nullptr;
      const bool entries =
          (name == "items" || (adoption && entry)) && value.kind == yaml::NodeKind::Sequence;
      stops_.push_back({key.span.begin, entries ? key.span.end : value.span.end, {}, name});
      if (entries) tree.each(pair.value, [&](NodeId node) { add_entry(name, *entry, node); });
    });
  }

  const std::vector<CommentPlace>& all() const { return stops_; }

 private:
  void add_entry(const std::string& list, const RecordInfo& record, NodeId entry) {
    if (tree_[entry].kind != yaml::NodeKind::Mapping) return;
    const std::string id =
        list == "items" ? text_at(tree_, entry, {"id", "编号"}) : list + "/" + adoption_key(entry);
    bool first = true;
    tree_.each_pair(entry, [&](yaml::Pair pair) {
      const std::string key = english_key(record, tree_[pair.key].text);
      const yaml::Node& value = tree_[pair.value];
      const bool opened = list != "items" && value.kind == yaml::NodeKind::Mapping &&
                          value.style == yaml::Style::Block;
      stops_.push_back({tree_[pair.key].span.begin,
                        opened ? tree_[pair.key].span.end : value.span.end, id,
                        first ? std::string() : key});
      first = false;
      if (opened) add_nested(id, key, pair.value);
    });
  }

  /// The pairs of an adoption's `match` and `to` that have lines of their own.
  void add_nested(const std::string& id, const std::string& key, NodeId mapping) {
    tree_.each_pair(mapping, [&](yaml::Pair pair) {
      const std::string nested = english_key(*record_info<AdoptionMatch>(), tree_[pair.key].text);
      stops_.push_back(
          {tree_[pair.key].span.begin, tree_[pair.value].span.end, id, key + "." + nested});
    });
  }

  /// What tells an entry of an adoption's lists from its like.
  std::string adoption_key(NodeId entry) const {
    for (const char* key : {"match", "适用事项"}) {
      const NodeId match = tree_.find(entry, key);
      if (match == kNoNode) continue;
      std::string out;
      const Span span = tree_.resolved(match).span;
      for (const char c : text_.substr(span.begin, span.size())) {
        if (static_cast<unsigned char>(c) > ' ') out += c;
      }
      return out;
    }
    return text_at(tree_, entry, {"domain", "领域"}) + "/" +
           text_at(tree_, entry, {"id", "编号", "item", "事项"});
  }

  std::string_view text_;
  const yaml::Tree& tree_;
  std::vector<CommentPlace> stops_;
};

}  // namespace

std::vector<CommentPlace> comment_places(std::string_view text, const yaml::Tree& tree) {
  return Stops(text, tree).all();
}

CommentedVersion commented(std::string_view text, const yaml::Tree& tree) {
  CommentedVersion out{author_comments(text, tree), {}};
  if (!tree.empty() && tree.resolved(tree.root()).kind == yaml::NodeKind::Mapping)
    out.places = comment_places(text, tree);
  return out;
}

std::vector<AuthorComment> author_comments(std::string_view text, const yaml::Tree& tree) {
  std::vector<AuthorComment> out;
  if (tree.empty() || tree.resolved(tree.root()).kind != yaml::NodeKind::Mapping) {
    for (const Span span : tree.comments())
      out.push_back(
          {{}, {}, std::string(text.substr(span.begin + 1, span.size() - 1)), false, span});
    return out;
  }
  const Stops stops(text, tree);
  size_t next = 0;
  for (const Span span : tree.comments()) {
    std::string_view words = text.substr(span.begin + 1, span.size() - 1);
    if (words.starts_with(' ')) words.remove_prefix(1);
    if (words.starts_with("yaml-language-server:")) continue;
    while (next < stops.all().size() && stops.all()[next].begin < span.begin) next++;
    const Span line = yaml::line_at(text, span.begin);
    const bool behind = yaml::content_begin(text, line) != span.begin;
    const CommentPlace* last = next > 0 ? &stops.all()[next - 1] : nullptr;
    const bool within = last && (behind || span.begin < last->end);
    const CommentPlace* at = within                      ? last
                             : next < stops.all().size() ? &stops.all()[next]
                                                         : nullptr;
    out.push_back({at ? at->item : std::string(), at ? at->field : std::string(),
                   std::string(words), behind, span});
  }
  return out;
}

}  // namespace catalog
