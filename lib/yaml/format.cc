#include "yaml/format.h"

#include <algorithm>
#include <utility>

#include "text/columns.h"
#include "yaml/format_notes.h"
#include "yaml/format_order.h"
#include "yaml/format_scalar.h"
#include "yaml/lines.h"
#include "yaml/parse.h"

namespace catalog::yaml {

namespace {

constexpr uint32_t kFlowColumns = 100;  // as Layout of emit.h
constexpr uint32_t kIndent = 2;

bool is_collection(const Node& node) {
  return node.kind == NodeKind::Mapping || node.kind == NodeKind::Sequence;
}

/// Whether this text can be laid out at all.
bool can_format(std::string_view text, const Tree& tree) {
  if (tree.empty() || !is_collection(tree[tree.root()]) || tree[tree.root()].child_count == 0)
    return false;
  uint32_t at = 0;
  for (const Span comment : tree.comments()) {
    if (comment.begin >= tree[tree.root()].span.begin) break;
    if (text.substr(at, comment.begin - at).find('%') != text.npos) return false;
    at = comment.end;
  }
  if (text.substr(at, std::max(at, tree[tree.root()].span.begin) - at).find('%') != text.npos)
    return false;
  for (NodeId id = 0; id < tree.size(); ++id) {
    if (tree[id].kind != NodeKind::Mapping) continue;
    bool plain_keys = true;
    tree.each_pair(id, [&](Pair pair) {
      const Node& key = tree[pair.key];
      plain_keys &= !is_collection(key) && key.span.size() > 0 && !is_many_lines(text, key);
    });
    if (!plain_keys) return false;
  }
  return true;
}

/// Writes one document.
class FormatWriter {
 public:
  FormatWriter(std::string_view text, const Tree& tree, const Wishes& wishes)
      : text_(text), tree_(tree), wishes_(wishes), notes_(text, tree), order_(tree, wishes) {
    out_.reserve(text.size() + text.size() / 8);
  }

  std::string document() {
    bool first = true;
    for (const CommentLine& line : notes_.head()) {
      comment_line(line, 0, first);
      first = false;
    }
    if (notes_.blank_behind_head()) blank();
    const NodeId root = tree_.root();
    const std::string properties = properties_of(text_, tree_[root]);
    if (!properties.empty()) {
      out_ += properties;
      out_.back() = '\n';
    }
    block(root, 0, false);
    return std::move(out_);
  }

 private:
  void indent(uint32_t column) { out_.append(column, ' '); }
  void blank() {
    if (!out_.empty() && !out_.ends_with("\n\n")) out_ += '\n';
  }
  std::string_view words(Span comment) const {
    std::string_view words = text_.substr(comment.begin, comment.size());
    return words.substr(0, words.find_last_not_of(" \t") + 1);
  }

  void comment_line(const CommentLine& line, uint32_t column, bool first) {
    if (line.blank_before && !first) blank();
    indent(column);
    out_ += words(line.span);
    out_ += '\n';
  }

  /// A comment at the end of a line, with as many blanks as its author set, but two at least.
  std::string behind(Span comment) const {
    if (comment.size() == 0) return {};
    uint32_t at = comment.begin;
    while (at > 0 && text_[at - 1] == ' ') --at;
    return std::string(std::max(2u, comment.begin - at), ' ') + std::string(words(comment));
  }

  /// The lines of a collection; with `inside_item` the first one stands behind its dash already.
  void block(NodeId id, uint32_t column, bool inside_item) {
    const bool mapping = tree_[id].kind == NodeKind::Mapping;
    const bool spaced = wishes_.of(id).spaced;
    bool first = true;
    for (const NodeId entry : order_.entries(id)) {
      if (!first || !inside_item) {
        above(entry, column, first, spaced);
        indent(column);
      }
      first = false;
      if (mapping) {
        key(entry, Context::Block);
        value(tree_[entry].next, column, false);
      } else {
        out_ += '-';
        value(entry, column, true);
      }
    }
    const NodeNotes& notes = notes_.of(id);
    for (const CommentLine& line : notes.trailing) comment_line(line, column, false);
    // A comment behind the closing bracket of what had brackets before.
    if (notes.behind.size() > 0 && (notes.header.size() > 0 || id == tree_.root()))
      comment_line({notes.behind, false}, column, false);
  }

  void above(NodeId entry, uint32_t column, bool first, bool spaced) {
    if (spaced && !first) blank();
    for (const CommentLine& line : notes_.of(entry).above) {
      comment_line(line, column, first);
      first = false;
    }
    if (notes_.blank_above(entry) && !first) blank();
  }

  void key(NodeId id, Context context) {
    out_ += properties_of(text_, tree_[id]);
    append_scalar(text_, tree_[id], wishes_.of(id), context, out_);
    out_ += tree_[id].kind == NodeKind::Alias ? " :" : ":";
  }

  /// What stands behind a key or dash of a collection at `column`, to the end of its last line.
  void value(NodeId id, uint32_t column, bool item) {
    const Node& node = tree_[id];
    const NodeNotes& notes = notes_.of(id);
    if (is_collection(node) && node.child_count > 0 && !in_brackets(id))
      return lines(id, column, item);
    const std::string properties = properties_of(text_, node);
    const bool many = is_many_lines(text_, node);
    const bool header_inside = node.style == Style::Literal || node.style == Style::Folded;
    const bool below = !notes.inner.empty() || (notes.header.size() > 0 && !header_inside);
    if (below) {
      if (!header_inside) out_ += behind(notes.header);
      out_ += '\n';
      for (const CommentLine& line : notes.inner) comment_line(line, column + kIndent, true);
      indent(column + kIndent);
    } else if (node.span.size() > 0 || !properties.empty()) {
      out_ += ' ';
    }
    out_ += properties;
    if (node.span.size() == 0 && !properties.empty()) out_.pop_back();
    if (many) {
      append_lines(text_, node, column + kIndent, header_inside ? behind(notes.header) : "", out_);
    } else {
      one_line(id, Context::Block);
      if (header_inside) out_ += behind(notes.header);
    }
    out_ += behind(notes.behind);
    out_ += '\n';
  }

  /// A collection on lines of its own.
  void lines(NodeId id, uint32_t column, bool item) {
    const NodeNotes& notes = notes_.of(id);
    const std::string properties = properties_of(text_, tree_[id]);
    const Span header = notes.header.size() > 0 ? notes.header : notes.behind;
    const bool comments =
        header.size() > 0 || !notes.inner.empty() || !notes_.of(first_of(id)).above.empty();
    if (item && properties.empty() && !comments) {
      out_ += ' ';
      return block(id, column + kIndent, true);
    }
    if (!properties.empty()) {
      out_ += ' ' + properties;
      out_.pop_back();
    }
    out_ += behind(header);
    out_ += '\n';
    for (const CommentLine& line : notes.inner) comment_line(line, column + kIndent, true);
    block(id, column + kIndent, false);
  }

  NodeId first_of(NodeId collection) const { return order_.entries(collection).front(); }

  /// Whether a collection that is not empty is written in one line between brackets.
  bool in_brackets(NodeId id) {
    if (id == tree_.root() || !may_be_in_brackets(id)) return false;
    const Node& node = tree_[id];
    bool texts = node.kind == NodeKind::Sequence;
    tree_.each(id, [&](NodeId child) { texts = texts && !is_collection(tree_[child]); });
    if (texts) return fits(id);
    if (node.style != Style::Flow) return false;
    const std::string_view written = text_.substr(node.span.begin, node.span.size());
    return written.find_first_of("\r\n") == written.npos || fits(id);
  }

  bool may_be_in_brackets(NodeId id) const {
    const Wish& wish = wishes_.of(id);
    const NodeNotes& own = notes_.of(id);
    if (wish.block || wish.spaced || own.header.size() > 0 || !own.trailing.empty()) return false;
    for (NodeId at = tree_[id].first_child; at != kNoNode; at = tree_[at].next) {
      const NodeNotes& notes = notes_.of(at);
      if (!notes.above.empty() || !notes.inner.empty() || notes.behind.size() > 0 ||
          notes.header.size() > 0)
        return false;
      const bool fits = is_collection(tree_[at])
                            ? may_be_in_brackets(at)
                            : fits_between_brackets(text_, tree_[at], wishes_.of(at));
      if (!fits) return false;
    }
    return true;
  }

  /// Whether the line would end before the column that is the longest for lists.
  bool fits(NodeId id) {
    const size_t line = out_.rfind('\n') + 1;  // npos + 1 is 0
    size_t bytes = 0;
    tree_.each(id, [&](NodeId child) { bytes += tree_[child].text.size() + 2; });
    // A Chinese character takes three bytes and two columns: far longer texts need not be tried.
    if ((out_.size() - line + bytes) * 2 / 3 > kFlowColumns) return false;
    const size_t before = out_.size();
    out_ += ' ' + properties_of(text_, tree_[id]);
    one_line(id, Context::Block);
    const bool fits = display_width(std::string_view(out_).substr(line)) < kFlowColumns;
    out_.resize(before);
    return fits;
  }

  /// A scalar, alias, or collection between brackets; without anchor and tag.
  void one_line(NodeId id, Context context) {
    const Node& node = tree_[id];
    if (!is_collection(node)) return append_scalar(text_, node, wishes_.of(id), context, out_);
    const bool mapping = node.kind == NodeKind::Mapping;
    out_ += mapping ? '{' : '[';
    bool first = true;
    for (const NodeId entry : order_.entries(id)) {
      if (!first) out_ += ", ";
      first = false;
      NodeId value = entry;
      if (mapping) {
        key(entry, Context::Flow);
        out_ += ' ';
        value = tree_[entry].next;
      }
      out_ += properties_of(text_, tree_[value]);
      one_line(value, Context::Flow);
    }
    out_ += mapping ? '}' : ']';
  }

  std::string_view text_;
  const Tree& tree_;
  const Wishes& wishes_;
  Notes notes_;
  EntryOrder order_;
  std::string out_;
};

}  // namespace

std::optional<std::string> format(std::string_view text, const Tree& tree, const Wishes& wishes) {
  if (!can_format(text, tree)) return std::nullopt;
  std::string out = with_breaks_of(text, FormatWriter(text, tree, wishes).document());
  if (out == text) return out;
  // What YAML's corners do to a document is left to no proof but reading it again.
  Tree after;
  if (!parse(out, after, Comments::Keep) || !means_the_same(text, tree, wishes, out, after))
    return std::nullopt;
  return out;
}

}  // namespace catalog::yaml
