#pragma once

#include <cstdint>
#include <expected>
#include <optional>
#include <string_view>

#include "source/span.h"
#include "text/message.h"
#include "yaml/tree.h"

namespace catalog::yaml {

/// What one file may take; over it the file is refused, quickly and with its place.
struct Limits {
  uint32_t depth = 64;  ///< nesting of collections (libyaml's flow nesting is quadratic)
  uint32_t bytes = 64u * 1024 * 1024;   ///< size of a file
  uint32_t nodes = 8'000'000;           ///< nodes of one document
  uint32_t scalar_bytes = 1024 * 1024;  ///< one value
  uint32_t pairs = 200'000;             ///< pairs of one mapping
  uint32_t aliases = 10'000;            ///< aliases in one document
  uint32_t expanded_nodes =
      10'000'000;  ///< nodes once aliases are followed (an alias bomb is refused)
};

enum class SyntaxKind : uint8_t { Syntax, Encoding, Limit, Documents };

/// Why a text is no YAML document, at its true place, in a sentence for a clerk.
struct SyntaxProblem {
  SyntaxKind kind = SyntaxKind::Syntax;
  Span at;
  std::optional<Span> opened_at;  ///< where the unclosed bracket or quote was opened
  Message message;
  Message advice;  ///< how to mend it
};

/// Whether comments are collected too (fmt, merge and the form rules need them; loading does not).
enum class Comments : uint8_t { Skip, Keep };

/// Reads one document into `tree` (cleared first). An empty text, or one of comments only, gives an
/// empty tree. A BOM is accepted and skipped (the tree's spans count it as bytes).
std::expected<void, SyntaxProblem> parse(std::string_view text, Tree& tree,
                                         Comments comments = Comments::Skip,
                                         const Limits& limits = {});

}  // namespace catalog::yaml
