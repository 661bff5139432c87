#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "yaml/format.h"
#include "yaml/quote.h"

namespace catalog::yaml {

/// Whether the scalar (or alias) can stand in a line between brackets.
bool fits_between_brackets(std::string_view text, const Node& node, const Wish& wish);
/// Appends a scalar or alias of one line, without anchor and tag.
void append_scalar(std::string_view text, const Node& node, const Wish& wish, Context context,
                   std::string& out);
/// Whether the scalar takes several lines: `|`, `>`, or a text that its author wrapped.
bool is_many_lines(std::string_view text, const Node& node);
/// Appends a scalar of several lines whose further lines begin at `column`, without the last line
/// break; `comment` stands behind `|` or `>`.
void append_lines(std::string_view text, const Node& node, uint32_t column,
                  std::string_view comment, std::string& out);

/// `&name` and `!tag` before a node, each followed by a blank; empty if none.
std::string properties_of(std::string_view text, const Node& node);

}  // namespace catalog::yaml
