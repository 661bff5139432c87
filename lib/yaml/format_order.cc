#include "yaml/format_order.h"

#include <algorithm>

namespace catalog::yaml {

EntryOrder::EntryOrder(const Tree& tree, const Wishes& wishes) : tree_(tree), wishes_(wishes) {
  as_written_ = wishes.nodes.empty();
  for (NodeId id = 0; id < tree.size() && !as_written_; ++id)
    as_written_ = tree[id].kind == NodeKind::Alias;
}

std::vector<NodeId> EntryOrder::entries(NodeId collection) const {
  struct Ranked {
    NodeId node;
    uint16_t rank;
  };
  const bool mapping = tree_[collection].kind == NodeKind::Mapping;
  std::vector<Ranked> ranked;
  uint16_t rank = 1;  // 0 is for the key that opens a file
  for (NodeId at = tree_[collection].first_child; at != kNoNode;) {
    const uint16_t own = wishes_.of(at).rank;
    if (own != kNoRank) rank = own;
    ranked.push_back({at, rank});
    at = mapping ? tree_[tree_[at].next].next : tree_[at].next;
  }
  if (mapping && !as_written_ && !std::ranges::is_sorted(ranked, {}, &Ranked::rank))
    std::ranges::stable_sort(ranked, {}, &Ranked::rank);
  std::vector<NodeId> entries;
  entries.reserve(ranked.size());
  for (const Ranked& entry : ranked) entries.push_back(entry.node);
  return entries;
}

namespace {

/// Two trees side by side.
class Comparison {
 public:
  Comparison(std::string_view text_before, const Tree& before, const Wishes& wishes,
             std::string_view text_after, const Tree& after)
      : text_before_(text_before),
        text_after_(text_after),
        before_(before),
        after_(after),
        wishes_(wishes),
        order_(before, wishes) {}

  bool same(NodeId id, NodeId other) const {
    const Node& a = before_[id];
    const Node& b = after_[other];
    if (a.kind != b.kind || a.has_tag != b.has_tag || a.child_count != b.child_count) return false;
    if (text_before_.substr(a.anchor.begin, a.anchor.size()) !=
        text_after_.substr(b.anchor.begin, b.anchor.size()))
      return false;
    if (a.kind == NodeKind::Alias) {
      return text_before_.substr(a.span.begin, a.span.size()) ==
             text_after_.substr(b.span.begin, b.span.size());
    }
    if (a.kind == NodeKind::Scalar) {
      const std::string_view wished = wishes_.of(id).text;
      return (wished.empty() || a.has_tag ? a.text : wished) == b.text;
    }
    return same_entries(id, other);
  }

 private:
  bool same_entries(NodeId id, NodeId other) const {
    const bool mapping = before_[id].kind == NodeKind::Mapping;
    NodeId at = after_[other].first_child;
    for (const NodeId entry : order_.entries(id)) {
      if (!same(entry, at)) return false;
      if (mapping) {
        at = after_[at].next;
        if (!same(before_[entry].next, at)) return false;
      }
      at = after_[at].next;
    }
    return true;
  }

  std::string_view text_before_, text_after_;
  const Tree& before_;
  const Tree& after_;
  const Wishes& wishes_;
  EntryOrder order_;
};

}  // namespace

bool means_the_same(std::string_view text_before, const Tree& before, const Wishes& wishes,
                    std::string_view text_after, const Tree& after) {
  if (after.empty() || before.comments().size() != after.comments().size()) return false;
  return Comparison(text_before, before, wishes, text_after, after)
      .same(before.root(), after.root());
}

}  // namespace catalog::yaml
