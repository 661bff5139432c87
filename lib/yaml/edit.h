#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "source/span.h"
#include "yaml/tree.h"

namespace catalog::yaml {

// Changes of a YAML text by byte span, judged from its tree: every byte outside of the edits stays
// as it is, comments too. Each function returns edits of the text that the tree was read from, or
// none where the change cannot be written as an edit (a key written with `?`, say). `written` is
// YAML on one line: what scalar_text() returns, `[]`, `{a: b}`.

/// A place in a tree seen from above.
struct Surroundings {
  NodeId parent = kNoNode;    ///< the collection that holds the node
  NodeId key = kNoNode;       ///< where the node is a mapping's value: its key
  NodeId previous = kNoNode;  ///< the item or key before it
  bool in_flow = false;       ///< between brackets
  bool is_key = false;
};
Surroundings surroundings_of(const Tree& tree, NodeId node);

/// Gives a scalar (or what an alias stands for) another text; quotes are kept where they serve.
std::vector<Edit> replace_scalar(std::string_view text, const Tree& tree, NodeId scalar,
                                 std::string_view value);
/// Puts something else in the place of a whole node, collections included.
std::vector<Edit> replace_node(std::string_view text, const Tree& tree, NodeId node,
                               std::string_view written);

/// Adds a pair behind the pair of `after_key`, or before all others for kNoNode, indented like the
/// others.
std::vector<Edit> insert_pair(std::string_view text, const Tree& tree, NodeId mapping,
                              NodeId after_key, std::string_view key, std::string_view written);
/// Adds an item behind `after`, or before all others for kNoNode.
std::vector<Edit> insert_item(std::string_view text, const Tree& tree, NodeId sequence,
                              NodeId after, std::string_view written);

/// Removes a pair with its lines, the comment behind it and the comment lines directly above it.
std::vector<Edit> remove_pair(std::string_view text, const Tree& tree, NodeId mapping, NodeId key);
/// Removes an item in the same way. Of an only one, `[]` or `{}` is left.
std::vector<Edit> remove_item(std::string_view text, const Tree& tree, NodeId sequence,
                              NodeId item);

}  // namespace catalog::yaml
