#include "yaml/comments.h"

#include <algorithm>

#include "yaml/lines.h"

namespace catalog::yaml {

namespace {

uint32_t line_end(std::string_view text, uint32_t at) {
  const size_t end = text.find_first_of("\r\n", at);
  return static_cast<uint32_t>(end == std::string_view::npos ? text.size() : end);
}

/// Looks through bytes that hold no scalar: indicators, anchors, tags, directives, blanks and
/// comments.
void collect_between(std::string_view text, Span gap, std::vector<Span>& comments) {
  bool line_start = gap.begin == 0;
  for (uint32_t at = gap.begin; at < gap.end;) {
    const char c = text[at];
    if (c == '#') {
      const uint32_t end = line_end(text, at);
      comments.push_back({at, end});
      at = end;
    } else if (c == '&' || c == '!' || (c == '%' && line_start)) {
      // Anchors and tags end at a blank, directives too for this purpose: a `#` directly behind
      // text is part of it.
      while (at < gap.end && !is_blank_or_break(text[at])) ++at;
    } else {
      line_start = c == '\n' || c == '\r';
      ++at;
    }
  }
}

}  // namespace

std::vector<Span> find_comments(std::string_view text, const Tree& tree) {
  std::vector<Span> comments;
  uint32_t at = 0;
  for (NodeId id = 0; id < tree.size(); ++id) {
    const Node& node = tree[id];
    if (node.kind == NodeKind::Sequence || node.kind == NodeKind::Mapping) continue;
    if (node.span.begin > at) collect_between(text, {at, node.span.begin}, comments);
    if (node.style == Style::Literal || node.style == Style::Folded) {
      // The line of `|` may end with a comment.
      const uint32_t header_end = std::min(line_end(text, node.span.begin), node.span.end);
      collect_between(text, {node.span.begin, header_end}, comments);
    }
    at = std::max(at, node.span.end);
  }
  collect_between(text, {at, static_cast<uint32_t>(text.size())}, comments);
  return comments;
}

}  // namespace catalog::yaml
