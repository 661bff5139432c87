#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "source/span.h"
#include "yaml/tree.h"

namespace catalog::yaml {

/// A comment on a line of its own.
struct CommentLine {
  Span span;
  bool blank_before = false;  ///< an empty line stands above it
};

/// The comments that belong to one node.
struct NodeNotes {
  std::vector<CommentLine> above;     ///< of an entry's first node: the lines above the entry
  Span header;                        ///< behind the `:`, dash or bracket that opens the node
  std::vector<CommentLine> inner;     ///< between the `:` or dash and the node
  Span behind;                        ///< behind the node, on its last line
  std::vector<CommentLine> trailing;  ///< of a collection: behind its last entry
};

/// Where the comments and empty lines of a text stand, said by nodes instead of lines, so that they
/// stay with their entry when it is written elsewhere.
class Notes {
 public:
  Notes(std::string_view text, const Tree& tree);

  /// The lines before everything else, and whether an empty line stands behind them.
  const std::vector<CommentLine>& head() const { return head_; }
  bool blank_behind_head() const { return blank_behind_head_; }
  const NodeNotes& of(NodeId node) const;
  /// Whether an empty line stands directly above an entry, given by its first node.
  bool blank_above(NodeId entry) const { return blank_above_[entry]; }

 private:
  friend class NoteTaker;
  std::unordered_map<NodeId, NodeNotes> nodes_;
  std::vector<bool> blank_above_;
  std::vector<CommentLine> head_;
  bool blank_behind_head_ = false;
};

}  // namespace catalog::yaml
