#include "yaml/format_notes.h"

#include <algorithm>
#include <utility>

#include "yaml/encoding.h"
#include "yaml/entries.h"
#include "yaml/lines.h"

namespace catalog::yaml {

namespace {

/// Line breaks in a stretch of the text; CRLF is one.
uint32_t breaks_in(std::string_view text, uint32_t from, uint32_t to) {
  uint32_t count = 0;
  for (uint32_t at = from; at < to; ++at) {
    const char c = text[at];
    count += c == '\n' || (c == '\r' && !(at + 1 < text.size() && text[at + 1] == '\n'));
  }
  return count;
}

bool is_block(const Node& node) {
  return (node.kind == NodeKind::Mapping || node.kind == NodeKind::Sequence) &&
         node.style == Style::Block;
}

}  // namespace

/// Goes through the tree in written order and gives each comment between two nodes to one of them.
class NoteTaker {
 public:
  NoteTaker(std::string_view text, const Tree& tree, Notes& notes)
      : text_(text), tree_(tree), notes_(notes), pos_(bom_bytes(text)) {}

  void take() {
    const NodeId root = tree_.root();
    visit(root);
    gap(static_cast<uint32_t>(text_.size()), kNoNode, 0);
    take_head(root);
  }

 private:
  struct Closed {
    NodeId node;
    uint32_t column;
  };

  NodeNotes& of(NodeId node) { return notes_.nodes_[node]; }

  bool comment_before(uint32_t end) const {
    return next_ < tree_.comments().size() && tree_.comments()[next_].begin < end;
  }
  /// Whether the next comment stands on the line on which the last node ended.
  bool on_this_line() const { return breaks_in(text_, pos_, tree_.comments()[next_].begin) == 0; }
  CommentLine next_line() {
    const Span span = tree_.comments()[next_++];
    const bool blank = breaks_in(text_, pos_, span.begin) > 1;
    pos_ = span.end;
    return {span, blank};
  }
  uint32_t column_of(uint32_t at) const { return at - line_at(text_, at).begin; }

  void visit(NodeId id) {
    const Node& node = tree_[id];
    if (node.span.size() == 0) return content(id);
    const uint32_t begin = node.span.begin;
    if (comment_before(begin) && on_this_line() && pos_ > bom_bytes(text_))
      of(id).header = next_line().span;
    if (is_block(node)) return visit_block(id);
    while (comment_before(begin)) of(id).inner.push_back(next_line());
    pos_ = std::max(pos_, begin);
    if (node.style == Style::Flow) return visit_flow(id);
    if (comment_before(node.span.end)) header_inside(of(id));
    pos_ = std::max(pos_, node.span.end);
    content(id);
  }

  /// The comment behind `|`; one that stood before it already makes room.
  void header_inside(NodeNotes& notes) {
    if (notes.header.size() > 0) notes.inner.insert(notes.inner.begin(), {notes.header, false});
    notes.header = next_line().span;
  }

  void content(NodeId id) {
    last_ = id;
    closed_.clear();
  }

  void visit_block(NodeId id) {
    const Node& node = tree_[id];
    const bool mapping = node.kind == NodeKind::Mapping;
    const NodeId first = node.first_child;
    const uint32_t begin = mapping ? written_begin(text_, tree_[first]) : node.span.begin;
    const uint32_t column = column_of(begin);
    for (NodeId at = first; at != kNoNode;) {
      const uint32_t entry =
          mapping ? std::max(pos_, written_begin(text_, tree_[at])) : find_dash(node, at == first);
      gap(entry, at, column);
      if (at == first) notes_.blank_above_[at] = false;
      pos_ = mapping ? entry : entry + 1;
      at = visit_entry(at, mapping);
    }
    closed_.push_back({id, column});
  }

  void visit_flow(NodeId id) {
    const Node& node = tree_[id];
    const bool bracket = text_[node.span.begin] == '[' || text_[node.span.begin] == '{';
    const uint32_t end = bracket ? node.span.end - 1 : node.span.end;
    const bool mapping = node.kind == NodeKind::Mapping;
    if (bracket) ++pos_;
    last_ = kNoNode;
    closed_.clear();
    if (bracket && comment_before(end) && on_this_line() && of(id).header.size() == 0)
      of(id).header = next_line().span;
    for (NodeId at = node.first_child; at != kNoNode;) {
      gap(std::max(pos_, written_begin(text_, tree_[at])), at, 0);
      notes_.blank_above_[at] = false;
      at = visit_entry(at, mapping);
    }
    auto& rest = node.first_child == kNoNode ? of(id).inner : of(id).trailing;
    while (comment_before(end)) {
      if (last_ != kNoNode && on_this_line() && of(last_).behind.size() == 0) {
        of(last_).behind = next_line().span;
      } else {
        rest.push_back(next_line());
      }
    }
    pos_ = node.span.end;
    content(id);
  }

  /// The key and value, or the item; returns the next entry.
  NodeId visit_entry(NodeId first, bool mapping) {
    NodeId value = first;
    if (mapping) {
      while (comment_before(tree_[first].span.begin)) of(first).above.push_back(next_line());
      pos_ = std::max(pos_, tree_[first].span.end);
      value = tree_[first].next;
    }
    last_ = kNoNode;
    visit(value);
    return tree_[value].next;
  }

  /// The dash before the next item.
  uint32_t find_dash(const Node& sequence, bool first) const {
    uint32_t at = first ? std::max(pos_, sequence.span.begin) : pos_;
    size_t comment = next_;
    const auto& comments = tree_.comments();
    while (at < text_.size() && text_[at] != '-') {
      while (comment < comments.size() && comments[comment].end <= at) ++comment;
      at = comment < comments.size() && comments[comment].begin == at ? comments[comment].end
                                                                      : at + 1;
    }
    return at;
  }

  /// The stretch before an entry (kNoNode: before the end of the text) of a collection that stands
  /// at `column`.
  void gap(uint32_t end, NodeId entry, uint32_t column) {
    size_t inner = 0;
    while (comment_before(end)) {
      if (last_ != kNoNode && on_this_line() && of(last_).behind.size() == 0) {
        of(last_).behind = next_line().span;
        continue;
      }
      const uint32_t own = column_of(tree_.comments()[next_].begin);
      while (inner < closed_.size() && closed_[inner].column > own) ++inner;
      const bool at_end = entry == kNoNode;
      if (inner < closed_.size() && (at_end || closed_[inner].column > column)) {
        of(closed_[inner].node).trailing.push_back(next_line());
      } else {
        inner = closed_.size();
        if (at_end) {
          of(tree_.root()).trailing.push_back(next_line());
        } else {
          of(entry).above.push_back(next_line());
        }
      }
    }
    if (entry != kNoNode) notes_.blank_above_[entry] = breaks_in(text_, pos_, end) > 1;
    closed_.clear();
  }

  /// What stands before the first entry stays before whatever comes first.
  void take_head(NodeId root) {
    const NodeId first = tree_[root].first_child;
    auto& head = notes_.head_;
    head = std::move(of(root).inner);
    if (of(root).header.size() > 0) head.insert(head.begin(), {of(root).header, false});
    of(root).header = {};
    of(root).inner.clear();
    if (first == kNoNode) return;
    if (tree_[root].style == Style::Block) {
      auto& above = of(first).above;
      head.insert(head.end(), above.begin(), above.end());
      above.clear();
    }
    const uint32_t begin =
        std::min(written_begin(text_, tree_[root]), written_begin(text_, tree_[first]));
    if (head.empty() || head.back().span.end > begin) return;
    notes_.blank_behind_head_ = breaks_in(text_, head.back().span.end, begin) > 1;
  }

  std::string_view text_;
  const Tree& tree_;
  Notes& notes_;
  uint32_t pos_;                ///< behind what was taken last
  size_t next_ = 0;             ///< comment
  NodeId last_ = kNoNode;       ///< the node whose line may still end with a comment
  std::vector<Closed> closed_;  ///< block collections that ended at `pos_`, innermost first
};

Notes::Notes(std::string_view text, const Tree& tree) : blank_above_(tree.size(), false) {
  NoteTaker(text, tree, *this).take();
}

const NodeNotes& Notes::of(NodeId node) const {
  static const NodeNotes kNone;
  const auto found = nodes_.find(node);
  return found == nodes_.end() ? kNone : found->second;
}

}  // namespace catalog::yaml
