#include "yaml/slip_surface.h"

#include <algorithm>

#include "yaml/comments.h"
#include "yaml/lines.h"
#include "yaml/slip_finders.h"

namespace catalog::yaml {

namespace {

constexpr uint32_t kDeepest = 64;

bool is_quoted_or_block(const Node& node) {
  return node.kind == NodeKind::Scalar && node.style != Style::Plain;
}

bool is_plain(const Node& node) {
  return node.kind == NodeKind::Scalar && node.style == Style::Plain;
}

bool is_in_brackets(const Node& node) {
  return (node.kind == NodeKind::Sequence || node.kind == NodeKind::Mapping) &&
         node.style == Style::Flow;
}

/// Calls f(BracketEntry) for each entry of a list or mapping in brackets.
template <class F>
void each_entry(const Tree& tree, const Node& node, F&& f) {
  for (NodeId at = node.first_child; at != kNoNode; at = tree[at].next) {
    const Node& child = tree[at];
    bool plain = is_plain(child);
    Span span = child.span;
    if (node.kind == NodeKind::Mapping) {
      at = child.next;
      const Node& value = tree[at];
      if (value.span.size() > 0) span.end = value.span.end;
      plain = plain && (value.span.size() == 0 || is_plain(value));
    }
    f(BracketEntry{span, plain});
  }
}

void survey_brackets(const Tree& tree, const Node& node, Surface& surface) {
  Brackets brackets{node.span, node.kind == NodeKind::Mapping, true, {}};
  each_entry(tree, node, [&](BracketEntry entry) { brackets.entries.push_back(entry); });
  surface.brackets.push_back(std::move(brackets));
}

bool may_slip_in_brackets(std::string_view text, const Tree& tree, const Node& node) {
  bool may = false;
  each_entry(tree, node, [&](BracketEntry entry) {
    if (may || !entry.plain) return;
    const std::string_view written = text.substr(entry.span.begin, entry.span.size());
    may =
        may_slip_as_value(written) ||
        (node.kind == NodeKind::Mapping ? may_slip_in_mapping(written) : may_slip_in_list(written));
  });
  return may;
}

void survey_tree(const Tree& tree, Surface& surface) {
  surface.parsed = true;
  surface.comments = find_comments(surface.text, tree);
  std::vector<Span> quoted;
  uint32_t flow_end = 0;
  for (NodeId id = 0; id < tree.size(); ++id) {
    const Node& node = tree[id];
    if (is_quoted_or_block(node)) quoted.push_back(node.span);
    if (is_in_brackets(node)) {
      flow_end = std::max(flow_end, node.span.end);
      survey_brackets(tree, node, surface);
    }
    if (is_plain(node) && node.span.size() > 0 && node.span.begin >= flow_end)
      surface.plain.push_back(node.span);
  }
  std::ranges::merge(quoted, surface.comments, std::back_inserter(surface.opaque));
}

/// Reads a text that does not parse, line by line, as it was probably meant.
class LineSurvey {
 public:
  explicit LineSurvey(Surface& surface) : surface_(surface), text_(surface.text) {}

  void run() {
    for (std::optional<Span> line = line_at(text_, 0); line; line = line_after(text_, *line))
      take(*line);
  }

 private:
  void take(Span line) {
    const uint32_t begin = content_begin(text_, line);
    const uint32_t column = begin - line.begin;
    if (in_block_ && (begin == line.end || column > block_column_)) {
      if (begin < line.end) surface_.opaque.push_back(line);
      return;
    }
    in_block_ = false;
    end_ = line.end;
    const uint32_t first = behind_dashes(text_, begin);
    uint32_t value = first;
    if (const auto colon = find_key_colon(text_, first, line.end)) {
      value = *colon + 1;
      while (value < line.end && is_blank(text_[value])) ++value;
    }
    scan(value, column);
  }

  /// From the beginning of a value to the end of its line.
  void scan(uint32_t at, uint32_t column) {
    if (at >= end_) return;
    const char c = text_[at];
    if (c == '[' || c == '{') {
      at = brackets(at, 0);
    } else if (c == '"' || c == '\'') {
      at = quoted(at);
    } else if (c == '|' || c == '>') {
      in_block_ = true;
      block_column_ = column;
    } else if (c != '#') {
      const uint32_t from = at;
      while (at < end_ && !(text_[at] == '#' && is_blank(text_[at - 1]))) ++at;
      uint32_t to = at;
      while (to > from && is_blank(text_[to - 1])) --to;
      if (to > from) surface_.plain.push_back({from, to});
    }
    while (at < end_ && !(text_[at] == '#' && (at == 0 || is_blank_or_break(text_[at - 1])))) ++at;
    if (at < end_) comment(at);
  }

  void comment(uint32_t at) {
    surface_.comments.push_back({at, end_});
    surface_.opaque.push_back({at, end_});
  }

  /// Behind the closing quote; behind the opening one where it is not closed on this line.
  uint32_t quoted(uint32_t at) {
    const char quote = text_[at];
    for (uint32_t to = at + 1; to < end_; ++to) {
      if (text_[to] == '\\' && quote == '"') {
        ++to;
      } else if (text_[to] == quote) {
        surface_.opaque.push_back({at, to + 1});
        return to + 1;
      }
    }
    return at + 1;
  }

  /// Behind the closing bracket, or the end of the line where there is none.
  uint32_t brackets(uint32_t at, uint32_t depth) {
    Brackets found{{at, end_}, text_[at] == '{', false, {}};
    const char close = found.mapping ? '}' : ']';
    ++at;
    while (at < end_ && depth < kDeepest) {
      while (at < end_ && (is_blank(text_[at]) || text_[at] == ',')) ++at;
      if (at >= end_ || (text_[at] == '#' && is_blank(text_[at - 1]))) break;
      if (text_[at] == close) {
        found.closed = true;
        found.span.end = ++at;
        break;
      }
      at = entry(at, depth, found);
    }
    surface_.brackets.push_back(std::move(found));
    return at;
  }

  uint32_t entry(uint32_t at, uint32_t depth, Brackets& found) {
    const uint32_t from = at;
    const char c = text_[at];
    if (c == '[' || c == '{') {
      at = brackets(at, depth + 1);
      found.entries.push_back({{from, at}, false});
      return at;
    }
    if (c == '"' || c == '\'') {
      at = quoted(at);
      found.entries.push_back({{from, at}, false});
      return at;
    }
    // A bracket directly behind text is part of the text, as it was meant: 国发[2012]45号.
    uint32_t inner = 0;
    bool plain = true;
    for (; at < end_; ++at) {
      const char now = text_[at];
      const bool attached = at > from && !is_blank(text_[at - 1]) && text_[at - 1] != ':';
      if (now == '#' && is_blank(text_[at - 1])) break;
      if (now == '[' || now == '{') {
        if (!attached) {
          at = brackets(at, depth + 1) - 1;
          plain = false;
          continue;
        }
        ++inner;
      } else if (now == ']' || now == '}') {
        if (inner == 0) break;
        --inner;
      } else if (now == ',' && inner == 0) {
        break;
      } else if ((now == '"' || now == '\'') && is_blank(text_[at - 1])) {
        at = quoted(at) - 1;
        plain = false;
      }
    }
    uint32_t to = at;
    while (to > from && is_blank(text_[to - 1])) --to;
    found.entries.push_back({{from, to}, plain});
    // A closing bracket of the other kind: passed over, lest it is met for ever.
    if (at == from) ++at;
    return at;
  }

  Surface& surface_;
  std::string_view text_;
  uint32_t end_ = 0;
  bool in_block_ = false;
  uint32_t block_column_ = 0;
};

}  // namespace

bool Surface::is_opaque(uint32_t at) const {
  const auto behind = std::ranges::upper_bound(opaque, at, {}, &Span::begin);
  return behind != opaque.begin() && std::prev(behind)->contains(at);
}

Surface survey(std::string_view text, const Tree& tree) {
  Surface surface;
  surface.text = text;
  if (tree.empty()) {
    LineSurvey(surface).run();
    // Nested brackets are noted behind those that hold them.
    std::ranges::sort(surface.opaque);
    std::ranges::sort(surface.brackets, {}, &Brackets::span);
  } else {
    survey_tree(tree, surface);
  }
  // Looked up only where there are comments that may have cut off an entry.
  if (surface.comments.empty()) return surface;
  for (const auto& brackets : surface.brackets) {
    for (const auto& entry : brackets.entries) {
      if (entry.plain) surface.plain_in_brackets.push_back(entry.span);
    }
  }
  std::ranges::sort(surface.plain_in_brackets);
  return surface;
}

Surface survey_suspects(std::string_view text, const Tree& tree) {
  Surface surface;
  surface.text = text;
  surface.parsed = true;
  uint32_t flow_end = 0;
  for (NodeId id = 0; id < tree.size(); ++id) {
    const Node& node = tree[id];
    if (is_in_brackets(node)) {
      flow_end = std::max(flow_end, node.span.end);
      if (may_slip_in_brackets(text, tree, node)) survey_brackets(tree, node, surface);
    } else if (is_plain(node) && node.span.begin >= flow_end &&
               may_slip_as_value(surface.cut(node.span))) {
      surface.plain.push_back(node.span);
    }
  }
  return surface;
}

}  // namespace catalog::yaml
