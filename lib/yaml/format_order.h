#pragma once

#include <vector>

#include "yaml/format.h"

namespace catalog::yaml {

/// The first nodes of a collection's entries (keys or items) in the order in which they are to be
/// written: keys by the wishes' ranks, unless the document has aliases, whose anchors must come
/// first.
class EntryOrder {
 public:
  EntryOrder(const Tree& tree, const Wishes& wishes);
  std::vector<NodeId> entries(NodeId collection) const;

 private:
  const Tree& tree_;
  const Wishes& wishes_;
  bool as_written_ = false;
};

/// Whether `after` is what `before` was meant to become: the same entries in that order, with the
/// wished texts, and as many comments.
bool means_the_same(std::string_view text_before, const Tree& before, const Wishes& wishes,
                    std::string_view text_after, const Tree& after);

}  // namespace catalog::yaml
