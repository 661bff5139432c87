#include "yaml/format_scalar.h"

#include <algorithm>
#include <vector>

#include "yaml/entries.h"
#include "yaml/lines.h"

namespace catalog::yaml {

namespace {

std::string_view written(std::string_view text, const Node& node) {
  return text.substr(node.span.begin, node.span.size());
}

bool has_break(std::string_view text) { return text.find_first_of("\r\n") != text.npos; }

/// Words that stand for no value as long as they are not quoted.
bool is_null_word(std::string_view value) {
  return value == "~" || value == "null" || value == "Null" || value == "NULL";
}

bool is_block_scalar(const Node& node) {
  return node.style == Style::Literal || node.style == Style::Folded;
}

/// Whether a block scalar is written between quotes: nothing but empty lines, or `>` with a digit,
/// whose lines begin with blanks that count.
bool becomes_quoted(std::string_view text, const Node& node) {
  if (node.text.find_first_not_of('\n') == std::string_view::npos) return true;
  return node.style == Style::Folded &&
         written(text, node).substr(0, 3).find_first_of("123456789") != std::string_view::npos;
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (true) {
    const size_t end = text.find_first_of("\r\n");
    lines.push_back(text.substr(0, end));
    if (end == text.npos) return lines;
    text.remove_prefix(end + (text.substr(end).starts_with("\r\n") ? 2 : 1));
  }
}

std::string_view without_blanks_before(std::string_view line) {
  return line.substr(std::min(line.find_first_not_of(" \t"), line.size()));
}

std::string_view without_blanks_behind(std::string_view line, Style style) {
  const std::string_view bare = line.substr(0, line.find_last_not_of(" \t") + 1);
  // An escaped blank, or one before an escaped line break, counts.
  return style == Style::DoubleQuoted && bare.ends_with('\\') ? line : bare;
}

/// The breaks that end a block scalar's value: what `-`, nothing or `+` says.
size_t breaks_behind(std::string_view value) {
  return value.size() - (value.find_last_not_of('\n') + 1);
}

void append_line(std::string_view line, uint32_t column, std::string& out) {
  out += '\n';
  if (line.empty()) return;
  out.append(column, ' ');
  out += line;
}

void append_header(const Node& node, bool indicator, std::string_view comment, std::string& out) {
  const size_t breaks = breaks_behind(node.text);
  out += node.style == Style::Literal ? '|' : '>';
  if (indicator) out += '2';
  if (breaks != 1) out += breaks == 0 ? '-' : '+';
  out += comment;
}

void append_literal(const Node& node, uint32_t column, std::string_view comment, std::string& out) {
  const std::string_view value = node.text;
  const char first = value[value.find_first_not_of('\n')];
  append_header(node, first == ' ' || first == '\t', comment, out);
  std::string_view rest = value;
  if (rest.ends_with('\n')) rest.remove_suffix(1);
  for (const std::string_view line : lines_of(rest)) append_line(line, column, out);
}

/// The lines behind the one of `>` as they stand, at another column.
void append_folded(std::string_view text, const Node& node, uint32_t column,
                   std::string_view comment, std::string& out) {
  append_header(node, false, comment, out);
  // Blanks that end the last line are outside of the node's span.
  const uint32_t end = line_at(text, node.span.end).end;
  auto lines = lines_of(text.substr(node.span.begin, end - node.span.begin));
  lines.erase(lines.begin());
  const auto first = std::ranges::find_if(
      lines, [](std::string_view line) { return !without_blanks_before(line).empty(); });
  const size_t indent = first == lines.end() ? 0 : first->find_first_not_of(' ');
  for (const std::string_view line : lines)
    append_line(line.substr(std::min(indent, line.size())), column, out);
  for (size_t more = breaks_behind(node.text); more > 1; --more) out += '\n';
}

void append_wrapped(std::string_view text, const Node& node, uint32_t column, std::string& out) {
  bool first = true;
  for (const std::string_view line : lines_of(written(text, node))) {
    if (first) {
      out += without_blanks_behind(line, node.style);
    } else {
      append_line(without_blanks_behind(without_blanks_before(line), node.style), column, out);
    }
    first = false;
  }
}

/// The text in double quotes, or as it was written where that would need signs of escape.
void append_single_quoted(std::string_view text, const Node& node, std::string& out) {
  const bool escapes = node.text.find_first_of("\"\\") != std::string_view::npos;
  if (escapes) {
    out += written(text, node);
  } else {
    out += double_quoted(node.text);
  }
}

}  // namespace

bool fits_between_brackets(std::string_view text, const Node& node, const Wish& wish) {
  if (node.kind == NodeKind::Alias) return true;
  if (node.span.size() == 0 || is_many_lines(text, node)) return false;
  if (!wish.text.empty() || node.style != Style::Plain) return true;
  if (wish.quotes != Quotes::AsWritten && !node.has_tag) return true;
  return node.text.find_first_of(",[]{}?") == std::string_view::npos &&
         node.text.find(": ") == std::string_view::npos && !node.text.ends_with(':');
}

bool is_many_lines(std::string_view text, const Node& node) {
  if (node.kind != NodeKind::Scalar) return false;
  if (is_block_scalar(node)) return !becomes_quoted(text, node);
  return has_break(written(text, node));
}

void append_scalar(std::string_view text, const Node& node, const Wish& wish, Context context,
                   std::string& out) {
  if (node.kind == NodeKind::Scalar && is_block_scalar(node)) {
    out += double_quoted(node.text);
  } else if (node.kind == NodeKind::Alias || node.has_tag) {
    out += written(text, node);
  } else if (!wish.text.empty()) {
    const bool plain = wish.quotes == Quotes::Never ||
                       (wish.quotes != Quotes::Always && is_plain_safe(wish.text, context));
    out += plain ? std::string(wish.text) : double_quoted(wish.text);
  } else if (node.style == Style::SingleQuoted) {
    append_single_quoted(text, node, out);
  } else if (node.style != Style::Plain || wish.quotes == Quotes::AsWritten ||
             is_null_word(node.text) || node.span.size() == 0 ||
             (wish.quotes == Quotes::WhereNeeded && is_plain_safe(node.text, context))) {
    out += written(text, node);
  } else {
    out += double_quoted(node.text);
  }
}

void append_lines(std::string_view text, const Node& node, uint32_t column,
                  std::string_view comment, std::string& out) {
  if (!is_block_scalar(node)) {
    append_wrapped(text, node, column, out);
  } else if (node.style == Style::Literal) {
    append_literal(node, column, comment, out);
  } else {
    append_folded(text, node, column, comment, out);
  }
}

std::string properties_of(std::string_view text, const Node& node) {
  std::string out;
  if (node.anchor.size() == 0 && !node.has_tag) return out;
  uint32_t at = written_begin(text, node);
  while (at < node.span.begin) {
    if (text[at] == '#') {
      at = line_at(text, at).end;
    } else if (is_blank_or_break(text[at])) {
      ++at;
    } else {
      while (at < node.span.begin && !is_blank_or_break(text[at])) out += text[at++];
      out += ' ';
    }
  }
  return out;
}

}  // namespace catalog::yaml
