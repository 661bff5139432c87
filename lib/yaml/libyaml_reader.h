#pragma once

#include <expected>
#include <string_view>

#include "yaml/parse.h"

namespace catalog::yaml {

/// Reads a document whose encoding has been checked by libyaml's events into an empty tree: the
/// reader whose word counts.
std::expected<void, SyntaxProblem> read_by_libyaml(std::string_view text, Tree& tree,
                                                   const Limits& limits);

}  // namespace catalog::yaml
