#pragma once

#include <string_view>
#include <vector>

#include "source/span.h"
#include "yaml/tree.h"

namespace catalog::yaml {

/// One entry of a list or mapping in brackets.
struct BracketEntry {
  Span span;
  bool plain = false;  ///< neither quoted nor a collection
};

/// A list or mapping in brackets, as read or, in a text that does not parse, as it was probably
/// meant.
struct Brackets {
  Span span;
  bool mapping = false;
  bool closed = true;
  std::vector<BracketEntry> entries;  ///< of mappings: whole pairs
};

/// A text as the finders of slips see it: what is quoted or commented, what is in brackets, which
/// texts stand alone.
struct Surface {
  std::string_view text;
  bool parsed = false;
  std::vector<Span> opaque;  ///< quoted and block scalars and comments, in order
  std::vector<Span> comments;
  std::vector<Brackets> brackets;
  std::vector<Span> plain;  ///< unquoted texts in block style: values and list items, in order
  std::vector<Span>
      plain_in_brackets;  ///< unquoted entries in brackets, in order; empty without comments

  std::string_view cut(Span span) const { return text.substr(span.begin, span.size()); }
  bool is_opaque(uint32_t at) const;
};

/// Sees a text through its tree, or line by line where the tree is empty.
Surface survey(std::string_view text, const Tree& tree);
/// Sees of a text that was read only the brackets and values in which there may be a slip; no
/// comments, nothing of lines.
Surface survey_suspects(std::string_view text, const Tree& tree);

}  // namespace catalog::yaml
