#pragma once

#include <string_view>

#include "yaml/parse.h"

namespace catalog::yaml {

/// Reads the common subset of YAML into an empty tree: block mappings and lists, brackets, one-line
/// plain and quoted texts, comments. Returns false, leaving the tree in any state, at the first
/// thing that it does not fully know or that passes a limit; then libyaml reads the text, and its
/// word counts. What it does read is, node by node and byte by byte, what libyaml would give. The
/// encoding has been checked before.
bool read_fast(std::string_view text, Tree& tree, const Limits& limits);

}  // namespace catalog::yaml
