#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "source/span.h"
#include "yaml/tree.h"

namespace catalog::yaml {

// Entries (items and pairs) as stretches of bytes; what the edits are made of.

/// An entry with its neighbours: of a pair `first` is the key and `last` the value, of an item both
/// are the item.
struct Entry {
  NodeId before_last = kNoNode;  ///< the last node of the entry before
  NodeId first = kNoNode;
  NodeId last = kNoNode;
  NodeId next_first = kNoNode;  ///< the first node of the entry behind
};

/// The first byte of a node with its anchor and tag.
uint32_t written_begin(std::string_view text, const Node& node);
/// The `:` behind a key, if the key is not written with `?` on lines of its own.
std::optional<uint32_t> colon_of(std::string_view text, const Node& key);
/// The end of the last line that belongs to a node in block style, without its line break: behind a
/// comment that follows on the same line, and behind the empty lines that a block scalar keeps
/// (`|+`).
uint32_t block_end_with_comment(std::string_view text, const Tree& tree, NodeId node);
/// The same without the comment.
uint32_t block_end(std::string_view text, const Tree& tree, NodeId node);

std::vector<Edit> insert_between_brackets(const Tree& tree, const Node& collection, NodeId after,
                                          const std::string& entry);
std::vector<Edit> insert_block_entry(std::string_view text, const Tree& tree,
                                     const Node& collection, NodeId after,
                                     const std::string& entry);
/// Removes an entry that is not the only one.
std::vector<Edit> remove_entry(std::string_view text, const Tree& tree, NodeId collection,
                               const Entry& entry);

}  // namespace catalog::yaml
