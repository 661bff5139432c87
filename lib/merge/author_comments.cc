#include "merge/author_comments.h"

#include "model/fields_files.h"
#include "yaml/lines.h"

namespace catalog {

namespace {

using yaml::kNoNode;
using yaml::NodeId;

std::string english_key(const RecordInfo& record, std::string_view key) {
  const auto found = record.find(key);
  return std::string(found ? record.fields[found->index].key.en : key);
}

class Stops {
 public:
  explicit Stops(const yaml::Tree& tree) : tree_(tree) {
    const RecordInfo& head = *record_info<Standard>();
    tree.each_pair(tree.root(), [&](yaml::Pair pair) {
      const yaml::Node &key = tree[pair.key], &value = tree[pair.value];
      const std::string name = english_key(head, key.text);
      const bool items = name == "items" && value.kind == yaml::NodeKind::Sequence;
      stops_.push_back({key.span.begin, items ? key.span.end : value.span.end, {}, name});
      if (items) tree.each(pair.value, [&](NodeId item) { add_item(item); });
    });
  }

  const std::vector<CommentPlace>& all() const { return stops_; }

 private:
  void add_item(NodeId item) {
    const yaml::Node& node = tree_[item];
    if (node.kind != yaml::NodeKind::Mapping) return;
    std::string id;
    for (const char* key : {"id", "编号"}) {
      const NodeId found = tree_.find(item, key);
      if (found != kNoNode) id = tree_.resolved(found).text;
    }
    bool first = true;
    tree_.each_pair(item, [&](yaml::Pair pair) {
      const std::string key = english_key(*record_info<StandardItem>(), tree_[pair.key].text);
      stops_.push_back({tree_[pair.key].span.begin, tree_[pair.value].span.end, id,
                        first ? std::string() : key});
      first = false;
    });
  }

  const yaml::Tree& tree_;
  std::vector<CommentPlace> stops_;
};

}  // namespace

std::vector<CommentPlace> comment_places(const yaml::Tree& tree) { return Stops(tree).all(); }

std::vector<AuthorComment> author_comments(std::string_view text, const yaml::Tree& tree) {
  std::vector<AuthorComment> out;
  if (tree.empty() || tree.resolved(tree.root()).kind != yaml::NodeKind::Mapping) {
    for (const Span span : tree.comments())
      out.push_back(
          {{}, {}, std::string(text.substr(span.begin + 1, span.size() - 1)), false, span});
    return out;
  }
  const Stops stops(tree);
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
