#include "yaml/libyaml_reader.h"

#include <yaml.h>

#include <algorithm>
#include <memory>
#include <utility>
#include <vector>

#include "yaml/anchors.h"
#include "yaml/encoding.h"
#include "yaml/limits.h"
#include "yaml/lines.h"
#include "yaml/mark_cursor.h"
#include "yaml/syntax_problems.h"

namespace catalog::yaml {

namespace {

using Result = std::expected<void, SyntaxProblem>;

/// One event, freed at the end of its scope.
struct Event : yaml_event_t {
  Event() : yaml_event_t{} {}
  Event(const Event&) = delete;
  Event& operator=(const Event&) = delete;
  ~Event() { yaml_event_delete(this); }
};

std::string_view view(const yaml_char_t* text) {
  return text ? std::string_view(reinterpret_cast<const char*>(text)) : std::string_view();
}

Style style_of(yaml_scalar_style_t style) {
  switch (style) {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE:
      return Style::SingleQuoted;
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE:
      return Style::DoubleQuoted;
    case YAML_LITERAL_SCALAR_STYLE:
      return Style::Literal;
    case YAML_FOLDED_SCALAR_STYLE:
      return Style::Folded;
    default:
      return Style::Plain;
  }
}

/// Builds the tree of one document from libyaml's events.
class LibyamlReader {
 public:
  LibyamlReader(std::string_view text, Tree& tree, const Limits& limits)
      : text_(text), tree_(tree), limits_(limits), cursor_(text, bom_bytes(text)) {
    usable_ = yaml_parser_initialize(&parser_) == 1;
    if (!usable_) return;
    // Told the encoding, libyaml does not look for UTF-16; it skips the BOM only when it looks, so
    // that is done here.
    const std::string_view body = text.substr(bom_bytes(text));
    yaml_parser_set_encoding(&parser_, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&parser_, reinterpret_cast<const unsigned char*>(body.data()),
                                 body.size());
  }
  LibyamlReader(const LibyamlReader&) = delete;
  LibyamlReader& operator=(const LibyamlReader&) = delete;
  ~LibyamlReader() {
    if (usable_) yaml_parser_delete(&parser_);
  }

  Result read() {
    if (!usable_) return std::unexpected(out_of_memory());
    for (;;) {
      Event event;
      if (yaml_parser_parse(&parser_, &event) == 0) return std::unexpected(failure());
      if (event.type == YAML_STREAM_END_EVENT) return {};
      if (auto taken = take(event); !taken) return taken;
    }
  }

 private:
  struct Level {
    NodeId node;
    NodeId last = kNoNode;
    Weight weight;
    Anchor* anchor = nullptr;
  };

  Result take(const Event& event) {
    switch (event.type) {
      case YAML_DOCUMENT_START_EVENT:
        return document(event);
      case YAML_SCALAR_EVENT:
        return scalar(event);
      case YAML_ALIAS_EVENT:
        return alias(event);
      case YAML_SEQUENCE_START_EVENT:
        return open(event, NodeKind::Sequence,
                    event.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE,
                    event.data.sequence_start.anchor, event.data.sequence_start.tag);
      case YAML_MAPPING_START_EVENT:
        return open(event, NodeKind::Mapping,
                    event.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE,
                    event.data.mapping_start.anchor, event.data.mapping_start.tag);
      case YAML_SEQUENCE_END_EVENT:
      case YAML_MAPPING_END_EVENT:
        return close(event);
      default:
        return {};
    }
  }

  Result document(const Event& event) {
    if (++documents_ == 1) return {};
    const uint32_t at = byte(event.start_mark);
    return std::unexpected(second_document({at, std::max(at, byte(event.end_mark))}));
  }

  Result scalar(const Event& event) {
    const auto& from = event.data.scalar;
    Node node;
    node.style = style_of(from.style);
    node.has_tag = from.tag != nullptr;
    node.span = {byte(event.start_mark), byte(event.end_mark)};
    if (from.length > limits_.scalar_bytes)
      return std::unexpected(too_long_scalar(node.span, limits_));
    if (from.anchor || from.tag) skip_properties(text_, node, node.span.end);
    if (node.style == Style::Literal || node.style == Style::Folded) trim_block(node.span);
    node.text = text_of(node, {reinterpret_cast<const char*>(from.value), from.length});
    last_scalar_ = node.span;
    last_style_ = node.style;
    return add(node, from.anchor, {});
  }

  /// The value as a view of the source where it stands there as it is, else a copy.
  std::string_view text_of(const Node& node, std::string_view value) {
    if (node.style == Style::Plain || node.style == Style::SingleQuoted ||
        node.style == Style::DoubleQuoted) {
      const uint32_t quote = node.style == Style::Plain ? 0 : 1;
      if (value.size() + 2 * quote == node.span.size()) {
        const std::string_view written = text_.substr(node.span.begin + quote, value.size());
        if (written == value) return written;
      }
    }
    return tree_.keep(value);
  }

  /// libyaml ends a block scalar behind the empty lines that follow it; the span ends with its last
  /// line of text.
  void trim_block(Span& span) const {
    while (span.end > span.begin + 1 && is_blank_or_break(text_[span.end - 1])) --span.end;
  }

  Result alias(const Event& event) {
    const std::string_view name = view(event.data.alias.anchor);
    const Span span{byte(event.start_mark), byte(event.end_mark)};
    const Anchor* anchor = anchors_.find(name);
    if (anchor == nullptr) return std::unexpected(undefined_alias(span, name));
    if (anchor->open) return std::unexpected(alias_inside_itself(span, anchor->span, name));
    if (++aliases_ > limits_.aliases) return std::unexpected(too_many_aliases(span, limits_));
    if (stack_.size() + anchor->weight.height > limits_.depth)
      return std::unexpected(too_deep(span, limits_));
    Node node;
    node.kind = NodeKind::Alias;
    node.span = span;
    node.target = anchor->node;
    return add(node, nullptr, anchor->weight);
  }

  Result open(const Event& event, NodeKind kind, bool flow, const yaml_char_t* anchor,
              const yaml_char_t* tag) {
    Node node;
    node.kind = kind;
    node.style = flow ? Style::Flow : Style::Block;
    node.has_tag = tag != nullptr;
    node.span.begin = byte(event.start_mark);
    if (stack_.size() >= limits_.depth)
      return std::unexpected(too_deep({node.span.begin, node.span.begin + 1}, limits_));
    if (anchor || tag) {
      const uint32_t known = byte(event.end_mark);
      skip_properties(text_, node, known);
      // The mark ends behind the bracket, or behind the first dash of a list that is indented like
      // its key.
      const bool dash_before = kind == NodeKind::Sequence && !flow && text_[known] != '-';
      node.span.begin = flow || dash_before ? known - 1 : known;
    }
    node.span.end = node.span.begin;
    if (auto added = add(node, anchor, {1, 1}); !added) return added;
    const auto id = static_cast<NodeId>(tree_.size() - 1);
    stack_.push_back({id, kNoNode, {1, 1}, anchor ? anchors_.last() : nullptr});
    return {};
  }

  Result close(const Event& event) {
    const Level level = stack_.back();
    stack_.pop_back();
    Node& node = tree_.edit(level.node);
    // Block collections and `[a: b]` have no closing bracket: their end marks take no room, or
    // stand at other tokens.
    const bool bracket = node.style == Style::Flow && event.end_mark.index > event.start_mark.index;
    if (bracket) {
      node.span.end = byte(event.end_mark);
    } else if (level.last != kNoNode) {
      node.span.end = std::max(node.span.begin, tree_[level.last].span.end);
    }
    if (level.anchor != nullptr) {
      level.anchor->open = false;
      level.anchor->weight = level.weight;
    }
    if (!stack_.empty()) {
      // The collection itself was counted as one when it was opened.
      return grow({level.weight.nodes - 1, level.weight.height}, node.span);
    }
    return {};
  }

  /// Adds a node below the open collection.
  Result add(const Node& node, const yaml_char_t* anchor, Weight weight) {
    if (tree_.size() >= limits_.nodes) return std::unexpected(too_many_nodes(node.span, limits_));
    const auto id = static_cast<NodeId>(tree_.size());
    if (stack_.empty()) {
      tree_.add(node, kNoNode, kNoNode);
    } else {
      Level& level = stack_.back();
      tree_.add(node, level.node, level.last);
      level.last = id;
      const Node& parent = tree_[level.node];
      if (parent.kind == NodeKind::Mapping && parent.child_count / 2 > limits_.pairs) {
        return std::unexpected(too_many_pairs(node.span, limits_));
      }
      if (auto grown = grow(weight, node.span); !grown) return grown;
    }
    return anchor ? remember(id, view(anchor), weight) : Result{};
  }

  /// Counts what a child stands for into the open collection.
  Result grow(Weight child, Span at) {
    Weight& weight = stack_.back().weight;
    weight.nodes += child.nodes;
    weight.height = std::max(weight.height, child.height + 1);
    if (weight.nodes > limits_.expanded_nodes)
      return std::unexpected(too_much_expansion(at, limits_));
    return {};
  }

  Result remember(NodeId id, std::string_view name, Weight weight) {
    const Node& node = tree_[id];
    if (const Anchor* known = anchors_.find(name)) {
      return std::unexpected(duplicate_anchor(node.anchor, known->span, name));
    }
    anchors_.add(name, {node.anchor, id, weight, node.kind != NodeKind::Scalar});
    return {};
  }

  SyntaxProblem failure() {
    if (parser_.error == YAML_MEMORY_ERROR || !parser_.problem) return out_of_memory();
    LibyamlError error;
    error.problem = parser_.problem;
    if (parser_.context) {
      error.context = parser_.context;
      error.context_at = byte(parser_.context_mark);
    }
    error.at = byte(parser_.problem_mark);
    error.last_scalar = last_scalar_;
    error.last_style = last_style_;
    for (auto level = stack_.rbegin(); level != stack_.rend() && !error.open_bracket; ++level) {
      const Node& node = tree_[level->node];
      const char c = text_[node.span.begin];
      if (node.style == Style::Flow && (c == '[' || c == '{')) error.open_bracket = node.span.begin;
    }
    return explain(text_, error);
  }

  uint32_t byte(const yaml_mark_t& mark) { return cursor_.byte_of(mark.index); }

  std::string_view text_;
  Tree& tree_;
  const Limits& limits_;
  MarkCursor cursor_;
  yaml_parser_t parser_;
  bool usable_ = false;
  std::vector<Level> stack_;
  Anchors anchors_;
  uint32_t aliases_ = 0;
  uint32_t documents_ = 0;
  Span last_scalar_;
  Style last_style_ = Style::Plain;
};

}  // namespace

std::expected<void, SyntaxProblem> read_by_libyaml(std::string_view text, Tree& tree,
                                                   const Limits& limits) {
  return LibyamlReader(text, tree, limits).read();
}

}  // namespace catalog::yaml
