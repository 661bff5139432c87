#include "yaml/entries.h"

#include <algorithm>

#include "yaml/lines.h"

namespace catalog::yaml {

namespace {

/// The line break that the text uses around `at`.
std::string line_break(std::string_view text, uint32_t at) {
  const Span line = line_at(text, at);
  const std::string_view behind = text.substr(line.end);
  if (behind.starts_with("\r\n")) return "\r\n";
  if (!behind.empty()) return std::string(1, behind.front());
  return text.find("\r\n") == std::string_view::npos ? "\n" : "\r\n";
}

/// The first byte from `from` on that is no blank, line break or comment.
uint32_t skip_between(std::string_view text, uint32_t from) {
  uint32_t at = from;
  while (at < text.size()) {
    if (is_blank_or_break(text[at])) {
      ++at;
    } else if (text[at] == '#') {
      at = line_at(text, at).end;
    } else {
      break;
    }
  }
  return at;
}

/// The last node written below `node`: where its bytes end.
NodeId innermost_last(const Tree& tree, NodeId node) {
  while (tree[node].style == Style::Block && tree[node].first_child != kNoNode) {
    node = tree[node].first_child;
    while (tree[node].next != kNoNode) node = tree[node].next;
  }
  return node;
}

/// Where the entry begins: its key, or the dash of a block list's item.
uint32_t entry_begin(std::string_view text, const Tree& tree, NodeId collection,
                     const Entry& entry) {
  const Node& node = tree[collection];
  if (node.kind == NodeKind::Mapping || node.style == Style::Flow)
    return written_begin(text, tree[entry.first]);
  if (entry.before_last == kNoNode) return node.span.begin;
  return skip_between(text, block_end_with_comment(text, tree, entry.before_last));
}

/// Moves up over the comment lines that stand directly above, at the same column.
uint32_t with_comment_lines(std::string_view text, uint32_t line_begin, uint32_t column) {
  Span line = line_at(text, line_begin);
  for (auto above = line_before(text, line); above; above = line_before(text, *above)) {
    const uint32_t begin = content_begin(text, *above);
    if (begin == above->end || text[begin] != '#' || begin - above->begin != column) break;
    line = *above;
  }
  return line.begin;
}

std::vector<Edit> remove_block_entry(std::string_view text, const Tree& tree, NodeId collection,
                                     const Entry& entry) {
  const uint32_t begin = entry_begin(text, tree, collection, entry);
  const uint32_t end = block_end_with_comment(text, tree, entry.last);
  const Span line = line_at(text, begin);
  const bool own_line = content_begin(text, line) == begin;
  if (own_line) {
    const uint32_t from = with_comment_lines(text, line.begin, begin - line.begin);
    uint32_t to = end;
    if (stands_at(text, to, "\r\n")) {
      to += 2;
    } else if (to < text.size()) {
      ++to;
    } else if (from > 0) {
      // The last line without a line break: the one before it goes instead.
      return {{{line_before(text, line_at(text, from))->end, to}, ""}};
    }
    return {{{from, to}, ""}};
  }
  // `- key: value` loses its first pair, or `- - a` its first item: the next entry moves up behind
  // the dash.
  Entry next{entry.last, entry.next_first, entry.next_first, kNoNode};
  const uint32_t next_begin = entry_begin(text, tree, collection, next);
  const bool comments_between =
      skip_between(text, end) != next_begin ||
      text.substr(end, next_begin - end).find('#') != std::string_view::npos;
  if (!comments_between) return {{{begin, next_begin}, ""}};
  uint32_t from = begin;
  while (from > line.begin && is_blank(text[from - 1])) --from;
  return {{{from, end}, ""}};
}

std::vector<Edit> remove_between_brackets(std::string_view text, const Tree& tree,
                                          const Entry& entry) {
  const uint32_t begin = written_begin(text, tree[entry.first]);
  const uint32_t end = std::max(begin, tree[entry.last].span.end);
  if (entry.next_first == kNoNode) {
    const uint32_t before = tree[entry.before_last].span.end;
    if (text.substr(before, begin - before).find('#') == std::string_view::npos)
      return {{{before, end}, ""}};
    return {{{begin, end}, ""}};  // the comma before it may stay
  }
  const uint32_t next = written_begin(text, tree[entry.next_first]);
  if (text.substr(end, next - end).find('#') == std::string_view::npos)
    return {{{begin, next}, ""}};
  const uint32_t comma = skip_between(text, end);
  return {{{begin, end}, ""}, {{comma, comma + 1}, ""}};
}

}  // namespace

uint32_t written_begin(std::string_view text, const Node& node) {
  uint32_t begin =
      node.anchor.size() > 0 ? std::min(node.anchor.begin, node.span.begin) : node.span.begin;
  if (!node.has_tag) return begin;
  uint32_t at = begin;
  while (at > 0 && is_blank_or_break(text[at - 1])) --at;
  while (at > 0 && !is_blank_or_break(text[at - 1]) && text[at - 1] != '[' && text[at - 1] != '{' &&
         text[at - 1] != ',')
    --at;
  return text[at] == '!' ? at : begin;
}

std::optional<uint32_t> colon_of(std::string_view text, const Node& key) {
  uint32_t at = key.span.end;
  while (at < text.size() && is_blank(text[at])) ++at;
  if (at < text.size() && text[at] == ':') return at;
  return std::nullopt;
}

uint32_t block_end(std::string_view text, const Tree& tree, NodeId id) {
  const Node& last = tree[innermost_last(tree, id)];
  uint32_t end = std::max(tree[id].span.end, last.span.end);
  if (last.style != Style::Literal && last.style != Style::Folded) return end;
  const Span header = line_at(text, last.span.begin);
  const std::string_view sigils =
      text.substr(last.span.begin, std::min(header.end, last.span.begin + 3) - last.span.begin);
  if (sigils.find('+') == std::string_view::npos) return end;
  Span line = line_at(text, end);
  for (auto next = line_after(text, line);
       next && content_begin(text, *next) == next->end && next->end < text.size();
       next = line_after(text, line)) {
    line = *next;
  }
  return line.end;
}

uint32_t block_end_with_comment(std::string_view text, const Tree& tree, NodeId node) {
  return line_at(text, block_end(text, tree, node)).end;
}

std::vector<Edit> insert_between_brackets(const Tree& tree, const Node& collection, NodeId after,
                                          const std::string& entry) {
  if (after != kNoNode) {
    const uint32_t at = tree[after].span.end;
    return {{{at, at}, ", " + entry}};
  }
  const uint32_t at = collection.span.begin + 1;
  return {{{at, at}, collection.first_child == kNoNode ? entry : entry + ", "}};
}

std::vector<Edit> insert_block_entry(std::string_view text, const Tree& tree,
                                     const Node& collection, NodeId after,
                                     const std::string& entry) {
  const uint32_t begin = collection.span.begin;
  const std::string indent(begin - line_at(text, begin).begin, ' ');
  if (after == kNoNode) return {{{begin, begin}, entry + line_break(text, begin) + indent}};
  const uint32_t at = block_end_with_comment(text, tree, after);
  return {{{at, at}, line_break(text, at) + indent + entry}};
}

std::vector<Edit> remove_entry(std::string_view text, const Tree& tree, NodeId collection,
                               const Entry& entry) {
  if (tree[collection].style != Style::Flow)
    return remove_block_entry(text, tree, collection, entry);
  if (text[tree[collection].span.begin] != '[' && text[tree[collection].span.begin] != '{')
    return {};
  return remove_between_brackets(text, tree, entry);
}

}  // namespace catalog::yaml
