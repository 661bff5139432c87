#pragma once

#include <string_view>
#include <vector>

#include "source/span.h"
#include "yaml/tree.h"

namespace catalog::yaml {

/// The comments of a text, found between the scalars of its tree: each from `#` to before the line
/// break, in order.
std::vector<Span> find_comments(std::string_view text, const Tree& tree);

}  // namespace catalog::yaml
