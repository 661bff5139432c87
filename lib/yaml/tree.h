#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "source/span.h"

namespace catalog::yaml {

enum class NodeKind : uint8_t { Scalar, Sequence, Mapping, Alias };
enum class Style : uint8_t { Plain, SingleQuoted, DoubleQuoted, Literal, Folded, Block, Flow };

using NodeId = uint32_t;
constexpr NodeId kNoNode = 0xFFFFFFFF;

/// One node. Scalars: `text` is the value (a view of the source, or of the tree's arena where it
/// had to be decoded), `span` the bytes as written, quotes included (of block scalars: from `|` or
/// `>` to the end of the last line of text); a value that is not there has an empty span behind its
/// `:` or `-`. Collections: `span` from the first key, dash or bracket to behind the last child or
/// bracket; in mappings children alternate key, value. Aliases: `target` is the anchored node.
/// Anchors and tags before a node are outside its span. Nodes are numbered in written order.
struct Node {
  NodeKind kind = NodeKind::Scalar;
  Style style = Style::Plain;
  bool has_tag = false;
  uint32_t child_count = 0;  ///< nodes directly below; a mapping's pairs count twice
  Span span;
  NodeId first_child = kNoNode;
  NodeId next = kNoNode;  ///< next sibling
  NodeId target = kNoNode;
  Span anchor;  ///< bytes of `&name`, empty if none
  std::string_view text;
};

/// A key of a mapping with its value.
struct Pair {
  NodeId key;
  NodeId value;
};

/// The located tree of one document over its source text; the text must outlive it. One arena a
/// tree, reused by clear().
class Tree {
 public:
  NodeId root() const { return nodes_.empty() ? kNoNode : 0; }
  bool empty() const { return nodes_.empty(); }
  size_t size() const { return nodes_.size(); }
  const Node& operator[](NodeId id) const { return nodes_[id]; }
  /// The node itself, or what it is an alias of.
  const Node& resolved(NodeId id) const;

  /// Calls f(NodeId) for each item of a sequence.
  template <class F>
  void each(NodeId sequence, F&& f) const {
    for (NodeId at = resolved(sequence).first_child; at != kNoNode; at = nodes_[at].next) f(at);
  }
  /// Calls f(Pair) for each pair of a mapping, in written order, doubled keys included.
  template <class F>
  void each_pair(NodeId mapping, F&& f) const {
    for (NodeId at = resolved(mapping).first_child; at != kNoNode;) {
      const NodeId value = nodes_[at].next;
      f(Pair{at, value});
      at = nodes_[value].next;
    }
  }
  /// The value of the first pair with this key, or kNoNode.
  NodeId find(NodeId mapping, std::string_view key) const;
  /// The node whose span begins at this byte (the innermost), or kNoNode.
  NodeId node_at(uint32_t byte) const;

  /// Bytes of each comment, from `#` to before the line break, in order.
  const std::vector<Span>& comments() const { return comments_; }

  /// For the readers: adds a node below `parent` (kNoNode for the root) after `previous` sibling.
  NodeId add(const Node& node, NodeId parent, NodeId previous) {
    const auto id = static_cast<NodeId>(nodes_.size());
    nodes_.push_back(node);
    if (parent != kNoNode) {
      ++nodes_[parent].child_count;
      if (previous == kNoNode) nodes_[parent].first_child = id;
    }
    if (previous != kNoNode) nodes_[previous].next = id;
    return id;
  }
  Node& edit(NodeId id) { return nodes_[id]; }
  /// Copies bytes into the arena.
  std::string_view keep(std::string_view bytes);
  std::vector<Span>& edit_comments() { return comments_; }
  void clear();
  /// Bytes of memory held.
  size_t capacity_bytes() const;

 private:
  struct Chunk {
    std::unique_ptr<char[]> bytes;
    size_t size;
  };

  std::vector<Node> nodes_;
  std::vector<Span> comments_;
  std::vector<Chunk> chunks_;
  char* at_ = nullptr;
  char* end_ = nullptr;
};

}  // namespace catalog::yaml
