#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>

#include "yaml/tree.h"

namespace catalog::yaml {

/// How much a node stands for once aliases are followed.
struct Weight {
  uint64_t nodes = 1;
  uint32_t height = 0;  ///< levels of collections, itself included
};

/// A named node.
struct Anchor {
  Span span;  ///< of `&name`
  NodeId node = kNoNode;
  Weight weight;
  bool open = true;  ///< its node is not complete yet
};

/// The anchors of one document, by name.
class Anchors {
 public:
  /// The anchor of this name, or null.
  const Anchor* find(std::string_view name) const;
  void add(std::string_view name, const Anchor& anchor);
  /// The anchor added last; it stays where it is.
  Anchor* last() { return &anchors_.back(); }

 private:
  std::deque<Anchor> anchors_;
  std::unordered_map<std::string, const Anchor*> by_name_;
};

/// Moves the beginning of a node's span, which libyaml counts from `&name` and `!tag`, behind them,
/// at most to `end`, and notes the anchor's place.
void skip_properties(std::string_view text, Node& node, uint32_t end);

}  // namespace catalog::yaml
