#include "yaml/fast.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <string>

#include "yaml/encoding.h"

namespace catalog::yaml {

namespace {

/// What a byte may mean inside a plain text.
enum Stop : uint8_t { kText = 0, kFlowIndicator = 1, kOther = 2 };

constexpr std::array<uint8_t, 256> kStops = [] {
  std::array<uint8_t, 256> stops{};
  for (const char c : {',', '[', ']', '{', '}'}) stops[static_cast<uint8_t>(c)] = kFlowIndicator;
  for (const char c : {'\n', '\r', '\t', ':', '#'}) stops[static_cast<uint8_t>(c)] = kOther;
  return stops;
}();

/// Bytes that cannot begin a plain text, or begin something that is left to libyaml.
constexpr std::array<bool, 256> kNoPlainStart = [] {
  std::array<bool, 256> refused{};
  for (const char c : {'&', '*', '!', '|', '>', '%', '@',  '`',  '?',  '#', ',',
                       '[', ']', '{', '}', ':', '"', '\'', '\n', '\r', '\t'}) {
    refused[static_cast<uint8_t>(c)] = true;
  }
  return refused;
}();

/// libyaml's limit for keys is 1,024 characters; near it, libyaml decides.
constexpr size_t kLongestKey = 1000;
/// Deeper texts, whatever the limits say, are left to libyaml: the functions here call themselves.
constexpr uint32_t kDeepest = 64;

/// Where a collection stands while its entries are read.
struct Level {
  NodeId node;
  NodeId last = kNoNode;
};

/// The reader. Its functions return false to give up. The text ends with a line break and holds CR
/// only before LF, so that every look at the next byte stays inside of it.
class FastReader {
 public:
  FastReader(std::string_view text, Tree& tree, const Limits& limits)
      : tree_(tree),
        limits_(limits),
        base_(text.data()),
        at_(base_ + bom_bytes(text)),
        end_(base_ + text.size()),
        line_(at_) {}

  bool read() {
    bool more = false;
    if (!next_content(more)) return false;
    if (!more) return true;
    if (!block(nullptr, false)) return false;
    if (at_ != end_) return false;
    return tree_.size() <= limits_.expanded_nodes;
  }

 private:
  uint32_t offset(const char* at) const { return static_cast<uint32_t>(at - base_); }
  uint32_t column() const { return static_cast<uint32_t>(at_ - line_); }
  static bool ends_indicator(char c) { return c == ' ' || c == '\n' || c == '\r'; }
  bool at_break() const { return *at_ == '\n' || *at_ == '\r'; }
  bool is_dash() const { return *at_ == '-' && ends_indicator(at_[1]); }
  bool is_value_colon() const { return *at_ == ':' && ends_indicator(at_[1]); }
  void skip_spaces() {
    while (*at_ == ' ') ++at_;
  }
  void skip_comment() {
    at_ = static_cast<const char*>(std::memchr(at_, '\n', static_cast<size_t>(end_ - at_)));
  }

  /// Over empty lines and comments to the next content; `more` says whether there is any.
  bool next_content(bool& more) {
    while (at_ != end_) {
      skip_spaces();
      if (*at_ == '#') skip_comment();
      if (*at_ == '\r') ++at_;
      if (*at_ == '\n') {
        line_ = ++at_;
        continue;
      }
      more = true;
      return *at_ != '\t';
    }
    more = false;
    return true;
  }

  /// Behind a value only blanks and a comment may follow on its line.
  bool finish_line() {
    const char* value_end = at_;
    skip_spaces();
    if (*at_ == '#') {
      if (at_ == value_end) return false;
      skip_comment();
      return true;
    }
    return at_break();
  }

  bool add(const Node& node, Level* parent) {
    if (tree_.size() >= limits_.nodes) return false;
    if (parent == nullptr) {
      tree_.add(node, kNoNode, kNoNode);
    } else {
      parent->last = tree_.add(node, parent->node, parent->last);
    }
    return true;
  }

  bool add_empty(const char* at, Level* parent) {
    Node node;
    node.span = {offset(at), offset(at)};
    return add(node, parent);
  }

  bool open(NodeKind kind, Style style, const char* at, Level* parent, Level& level) {
    if (++depth_ > std::min(limits_.depth, kDeepest)) return false;
    Node node;
    node.kind = kind;
    node.style = style;
    node.span = {offset(at), offset(at)};
    level.node = static_cast<NodeId>(tree_.size());
    return add(node, parent);
  }

  void close_block(const Level& level) {
    --depth_;
    tree_.edit(level.node).span.end = tree_[level.last].span.end;
  }

  // Scalars

  bool quoted(Node& node) {
    const char quote = *at_;
    const char* from = ++at_;
    node.style = quote == '"' ? Style::DoubleQuoted : Style::SingleQuoted;
    while (*at_ != quote && *at_ != '\n' && *at_ != '\\' && *at_ != '\t') ++at_;
    if (*at_ == '\\' && quote == '\'') {
      while (*at_ != quote && *at_ != '\n' && *at_ != '\t') ++at_;
    }
    const bool doubled = *at_ == '\'' && at_[1] == '\'';
    if (*at_ == quote && !doubled) {
      node.text = {from, static_cast<size_t>(at_ - from)};
    } else if (!unescaped(from, node)) {
      return false;
    }
    node.span = {offset(from) - 1, offset(++at_)};
    return node.text.size() <= limits_.scalar_bytes;
  }

  /// A quoted text that holds escapes; stops at the closing quote.
  bool unescaped(const char* from, Node& node) {
    const char quote = from[-1];
    decoded_.assign(from, at_);
    while (*at_ != '\n' && *at_ != '\t' && *at_ != '\r') {
      if (*at_ == quote) {
        if (quote == '"' || at_[1] != '\'') {
          node.text = tree_.keep(decoded_);
          return true;
        }
        decoded_ += '\'';
        at_ += 2;
      } else if (*at_ == '\\' && quote == '"') {
        switch (at_[1]) {
          case '"':
          case '\\':
          case '/':
            decoded_ += at_[1];
            break;
          case 'n':
            decoded_ += '\n';
            break;
          case 't':
            decoded_ += '\t';
            break;
          default:
            return false;
        }
        at_ += 2;
      } else {
        decoded_ += *at_++;
      }
    }
    return false;
  }

  template <bool kFlow>
  bool plain(Node& node) {
    const char* from = at_;
    if (kNoPlainStart[static_cast<uint8_t>(*at_)] || is_dash()) return false;
    // `---` and `...` at the beginning of a line.
    if (at_ == line_ && (*at_ == '-' || *at_ == '.')) return false;
    for (;;) {
      const uint8_t stop = kStops[static_cast<uint8_t>(*at_)];
      if (stop == kText || (!kFlow && stop == kFlowIndicator)) {
        ++at_;
        continue;
      }
      const char c = *at_;
      if (stop == kFlowIndicator || c == '\n' || c == '\r') break;
      if (c == '\t') return false;
      if (c == '#') {
        if (at_[-1] == ' ') break;
      } else if (ends_indicator(at_[1])) {
        break;  // `: `
      } else if (at_[1] == '\t' ||
                 (kFlow &&
                  (kStops[static_cast<uint8_t>(at_[1])] == kFlowIndicator || at_[1] == '?'))) {
        return false;
      }
      ++at_;
    }
    const char* end = at_;
    while (end[-1] == ' ') --end;
    node.span = {offset(from), offset(end)};
    node.text = {from, static_cast<size_t>(end - from)};
    return node.text.size() <= limits_.scalar_bytes;
  }

  template <bool kFlow>
  bool scalar(Node& node) {
    return *at_ == '"' || *at_ == '\'' ? quoted(node) : plain<kFlow>(node);
  }

  // Brackets

  /// Over blanks, line breaks and comments between brackets.
  bool skip_in_flow() {
    for (;;) {
      const char* from = at_;
      skip_spaces();
      if (*at_ == '#') {
        if (at_ == from && at_ != line_) return false;
        skip_comment();
      }
      if (*at_ == '\r') ++at_;
      if (*at_ != '\n') break;
      line_ = ++at_;
      if (at_ == end_) return false;
      if (*at_ == '-' || *at_ == '.') return false;
    }
    return *at_ != '\t';
  }

  bool flow(Level* parent) {
    const bool mapping = *at_ == '{';
    const char close = mapping ? '}' : ']';
    Level level{};
    if (!open(mapping ? NodeKind::Mapping : NodeKind::Sequence, Style::Flow, at_, parent, level))
      return false;
    ++at_;
    for (;;) {
      if (!skip_in_flow()) return false;
      if (*at_ == close) break;
      if (mapping) {
        if (!flow_key(level)) return false;
      }
      if (!flow_value(level)) return false;
      if (!skip_in_flow()) return false;
      if (*at_ == ',') {
        ++at_;
      } else if (*at_ != close) {
        return false;
      }
    }
    ++at_;
    --depth_;
    tree_.edit(level.node).span.end = offset(at_);
    return true;
  }

  bool flow_key(Level& level) {
    const char* from = at_;
    Node key;
    if (!scalar<true>(key) || !add(key, &level)) return false;
    if (tree_[level.node].child_count / 2 >= limits_.pairs) return false;
    skip_spaces();
    if (*at_ != ':' || static_cast<size_t>(at_ - from) > kLongestKey) return false;
    ++at_;
    return skip_in_flow();
  }

  bool flow_value(Level& level) {
    if (*at_ == '[' || *at_ == '{') return flow(&level);
    Node value;
    return scalar<true>(value) && add(value, &level);
  }

  // Blocks

  /// A list or mapping whose first entry stands here. An indentless list stands at its key's own
  /// column.
  bool block(Level* parent, bool indentless) {
    return is_dash() ? sequence(parent, indentless) : mapping(parent, nullptr);
  }

  bool sequence(Level* parent, bool indentless) {
    const uint32_t own = column();
    Level level{};
    if (!open(NodeKind::Sequence, Style::Block, at_, parent, level)) return false;
    for (;;) {
      ++at_;  // the dash
      if (!item(level, own)) return false;
      if (at_ == end_ || column() < own) break;
      if (column() > own) return false;
      if (!is_dash()) {
        if (!indentless) return false;
        break;
      }
    }
    close_block(level);
    return true;
  }

  /// Reads what stands behind a dash and goes on to the next content.
  bool item(Level& level, uint32_t own) {
    const char* behind_dash = at_;
    skip_spaces();
    if (at_break() || *at_ == '#') return below(level, own, behind_dash, false);
    if (is_dash()) return sequence(&level, false);
    if (*at_ == '[' || *at_ == '{') return flow(&level) && finish_and_go_on();
    Node first;
    if (!scalar<false>(first)) return false;
    skip_spaces();
    if (is_value_colon()) return mapping(&level, &first);
    return add(first, &level) && go_back_and_finish(first);
  }

  /// A mapping whose first key stands here, or has been read just now (`first_key`).
  bool mapping(Level* parent, const Node* first_key) {
    const char* begin = first_key ? base_ + first_key->span.begin : at_;
    const auto own = static_cast<uint32_t>(begin - line_);
    Level level{};
    if (!open(NodeKind::Mapping, Style::Block, begin, parent, level)) return false;
    for (bool first = true;; first = false) {
      Node key;
      if (first && first_key) {
        key = *first_key;
      } else {
        if (is_dash() || !scalar<false>(key)) return false;
        skip_spaces();
      }
      if (!is_value_colon() || offset(at_) - key.span.begin > kLongestKey) return false;
      if (!add(key, &level) || tree_[level.node].child_count / 2 >= limits_.pairs) return false;
      ++at_;
      if (!pair_value(level, own)) return false;
      if (at_ == end_ || column() < own) break;
      if (column() > own) return false;
    }
    close_block(level);
    return true;
  }

  /// Reads what stands behind the colon of a key and goes on to the next content.
  bool pair_value(Level& level, uint32_t own) {
    const char* behind_colon = at_;
    skip_spaces();
    if (at_break() || *at_ == '#') return below(level, own, behind_colon, true);
    if (*at_ == '[' || *at_ == '{') return flow(&level) && finish_and_go_on();
    Node value;
    return scalar<false>(value) && add(value, &level) && go_back_and_finish(value);
  }

  /// A value on the lines below its key or dash, or none.
  bool below(Level& level, uint32_t own, const char* behind, bool of_key) {
    bool more = false;
    if (!next_content(more)) return false;
    if (more && column() > own) return block(&level, false);
    if (more && of_key && column() == own && is_dash()) return block(&level, true);
    return add_empty(behind, &level);
  }

  /// Plain texts stop before a comment or behind trailing blanks: the line is looked at from the
  /// text's end.
  bool go_back_and_finish(const Node& value) {
    at_ = base_ + value.span.end;
    return finish_and_go_on();
  }

  bool finish_and_go_on() {
    bool more = false;
    return finish_line() && next_content(more);
  }

  Tree& tree_;
  const Limits& limits_;
  const char* base_;
  const char* at_;
  const char* end_;
  const char* line_;  ///< the first byte of the current line
  uint32_t depth_ = 0;
  std::string decoded_;
};

}  // namespace

bool read_fast(std::string_view text, Tree& tree, const Limits& limits) {
  // Texts that end without a line break, and CR alone as a line break, are libyaml's.
  if (!text.ends_with('\n')) return false;
  for (size_t at = text.find('\r'); at != std::string_view::npos; at = text.find('\r', at + 1)) {
    if (text[at + 1] != '\n') return false;
  }
  return FastReader(text, tree, limits).read();
}

}  // namespace catalog::yaml
