#include "yaml/edit.h"

#include <algorithm>

#include "yaml/entries.h"
#include "yaml/lines.h"
#include "yaml/quote.h"

namespace catalog::yaml {

namespace {

Context context_of(const Surroundings& around) {
  return around.in_flow ? Context::Flow : Context::Block;
}

/// `written` in the place of a value that is not there: `key:` or `{key}`.
std::vector<Edit> fill_empty(std::string_view text, const Node& node, const Surroundings& around,
                             std::string_view written) {
  const uint32_t at = node.span.begin;
  uint32_t before = at;
  while (before > 0 && is_blank(text[before - 1])) --before;
  const char c = before > 0 ? text[before - 1] : '\0';
  if (around.is_key) return {};
  if (around.key != kNoNode && c != ':') {
    if (!around.in_flow) return {};
    return {{{before, before}, ": " + std::string(written)}};
  }
  if (around.key == kNoNode && around.parent != kNoNode && c != '-') return {};
  const bool blank = at > 0 && is_blank_or_break(text[at - 1]);
  return {{{at, at}, (blank || at == 0 ? "" : " ") + std::string(written)}};
}

/// The comment behind `|` or `>`, which stands inside the scalar's span.
std::string header_comment(std::string_view text, const Node& node) {
  if (node.style != Style::Literal && node.style != Style::Folded) return {};
  const Span line = line_at(text, node.span.begin);
  const size_t at = text.substr(0, line.end).find('#', node.span.begin);
  return at == std::string_view::npos ? std::string()
                                      : " " + std::string(text.substr(at, line.end - at));
}

}  // namespace

Surroundings surroundings_of(const Tree& tree, NodeId node) {
  Surroundings around;
  if (node == tree.root()) return around;
  // Nodes are numbered in written order: the ancestors are the last ones at each level that don't
  // come behind.
  for (NodeId at = tree.root(); at != node;) {
    around = {at, kNoNode, kNoNode, around.in_flow || tree[at].style == Style::Flow, false};
    const bool mapping = tree[at].kind == NodeKind::Mapping;
    NodeId child = tree[at].first_child, before = kNoNode;
    bool key = mapping;
    while (tree[child].next != kNoNode && tree[child].next <= node) {
      before = child;
      child = tree[child].next;
      if (mapping) key = !key;
    }
    around.is_key = key;
    if (mapping && !key) around.key = before;
    if (!mapping) around.previous = before;
    at = child;
  }
  if (around.parent != kNoNode && tree[around.parent].kind == NodeKind::Mapping) {
    const NodeId own = around.is_key ? node : around.key;
    tree.each_pair(around.parent, [&](Pair pair) {
      if (pair.key < own) around.previous = pair.key;
    });
  }
  return around;
}

std::vector<Edit> replace_scalar(std::string_view text, const Tree& tree, NodeId scalar,
                                 std::string_view value) {
  const Node& node = tree[scalar];
  const Surroundings around = surroundings_of(tree, scalar);
  const Style style = node.kind == NodeKind::Scalar ? node.style : Style::Plain;
  return replace_node(text, tree, scalar, scalar_text_like(value, style, context_of(around)));
}

std::vector<Edit> replace_node(std::string_view text, const Tree& tree, NodeId id,
                               std::string_view written) {
  const Node& node = tree[id];
  const Surroundings around = surroundings_of(tree, id);
  const bool block = node.style == Style::Block &&
                     (node.kind == NodeKind::Sequence || node.kind == NodeKind::Mapping);
  if (!block && node.span.size() == 0) return fill_empty(text, node, around, written);
  if (!block) return {{node.span, std::string(written) + header_comment(text, node)}};
  // A block collection begins on the line below its key, where a list may even stand at the key's
  // own column.
  if (around.key != kNoNode) {
    const auto colon = colon_of(text, tree[around.key]);
    if (!colon) return {};
    const Span line = line_at(text, *colon);
    const uint32_t end = block_end(text, tree, id);
    if (node.span.begin <= line.end) return {{{*colon + 1, end}, " " + std::string(written)}};
    // The line of the key keeps its comment; an anchor or tag stays before the new value.
    const uint32_t at = std::max(*colon + 1, content_end(text, line));
    return {{{at, at}, " " + std::string(written)}, {{line.end, end}, ""}};
  }
  return {{{node.span.begin, block_end(text, tree, id)}, std::string(written)}};
}

std::vector<Edit> insert_pair(std::string_view text, const Tree& tree, NodeId mapping,
                              NodeId after_key, std::string_view key, std::string_view written) {
  const Node& node = tree.resolved(mapping);
  const bool flow = node.style == Style::Flow;
  const std::string pair =
      scalar_text(key, flow ? Context::Flow : Context::Block) + ": " + std::string(written);
  if (flow) {
    if (text[node.span.begin] != '{') return {};
    return insert_between_brackets(tree, node,
                                   after_key == kNoNode ? kNoNode : tree[after_key].next, pair);
  }
  return insert_block_entry(text, tree, node, after_key == kNoNode ? kNoNode : tree[after_key].next,
                            pair);
}

std::vector<Edit> insert_item(std::string_view text, const Tree& tree, NodeId sequence,
                              NodeId after, std::string_view written) {
  const Node& node = tree.resolved(sequence);
  if (node.style == Style::Flow)
    return insert_between_brackets(tree, node, after, std::string(written));
  return insert_block_entry(text, tree, node, after, "- " + std::string(written));
}

std::vector<Edit> remove_pair(std::string_view text, const Tree& tree, NodeId mapping, NodeId key) {
  const NodeId own = tree[mapping].kind == NodeKind::Alias ? tree[mapping].target : mapping;
  const NodeId value = tree[key].next;
  const NodeId before = surroundings_of(tree, key).previous;
  const bool only = before == kNoNode && tree[value].next == kNoNode;
  if (only) return replace_node(text, tree, own, "{}");
  const NodeId before_value = before == kNoNode ? kNoNode : tree[before].next;
  return remove_entry(text, tree, own, {before_value, key, value, tree[value].next});
}

std::vector<Edit> remove_item(std::string_view text, const Tree& tree, NodeId sequence,
                              NodeId item) {
  const NodeId own = tree[sequence].kind == NodeKind::Alias ? tree[sequence].target : sequence;
  const NodeId before = surroundings_of(tree, item).previous;
  if (before == kNoNode && tree[item].next == kNoNode) return replace_node(text, tree, own, "[]");
  return remove_entry(text, tree, own, {before, item, item, tree[item].next});
}

}  // namespace catalog::yaml
