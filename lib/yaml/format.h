#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "yaml/tree.h"

namespace catalog::yaml {

/// When a text is put between quotes: as the author wrote it, where a YAML reader would take it for
/// something else than text, or in any case.
enum class Quotes : uint8_t { AsWritten, WhereNeeded, Always, Never };

constexpr uint16_t kNoRank = 0xFFFF;

/// How one node should be written beyond its layout, which only those know who know what its key
/// means.
struct Wish {
  std::string_view text;    ///< another text in the place of a scalar's own; empty: its own
  uint16_t rank = kNoRank;  ///< of a key: its place among the others; a key without one stays
                            ///< behind the key before it
  Quotes quotes = Quotes::AsWritten;
  bool spaced = false;  ///< of a list: an empty line between its entries
  bool block = false;   ///< of a collection: never between brackets
};

/// The wishes for a tree, by node; may be shorter than the tree, or empty.
struct Wishes {
  std::vector<Wish> nodes;
  std::deque<std::string> texts;  ///< keeps what `text` views where that stands nowhere else

  const Wish& of(NodeId node) const {
    static constexpr Wish kNone{};
    return node < nodes.size() ? nodes[node] : kNone;
  }
};

/// The document in the house's layout: indentation 2, lists of texts in brackets where they end
/// before display column 100 and on lines of their own elsewhere, at most one empty line between
/// entries, two blanks before a comment behind a text. The rest of the layout (brackets or lines of
/// a mapping, wrapped texts, the file's CRLF) is the author's, and every comment keeps its place.
/// Formatting again changes nothing. `tree` is the text's tree with comments. None where the text
/// must be left as it is: directives, keys that are no text of one line, a document that is no
/// collection.
std::optional<std::string> format(std::string_view text, const Tree& tree,
                                  const Wishes& wishes = {});

}  // namespace catalog::yaml
