#include "merge/patch.h"

#include "yaml/entries.h"
#include "yaml/lines.h"

namespace catalog {

namespace {

using yaml::kNoNode;
using yaml::NodeId;

uint32_t column_of(std::string_view text, uint32_t at) {
  return at - yaml::line_at(text, at).begin;
}

/// The place of the dash of a block list's item.
uint32_t dash_before(std::string_view text, uint32_t at) {
  while (at > 0 && text[at] != '-') --at;
  return at;
}

/// The first line of the comments that stand directly above, at this column.
uint32_t with_comments_above(std::string_view text, uint32_t at) {
  Span line = yaml::line_at(text, at);
  const uint32_t column = at - line.begin;
  for (auto above = yaml::line_before(text, line); above; above = yaml::line_before(text, *above)) {
    const uint32_t begin = yaml::content_begin(text, *above);
    if (begin == above->end || text[begin] != '#' || begin - above->begin != column) break;
    line = *above;
  }
  return line.begin;
}

std::string indented(std::string_view lines, uint32_t columns) {
  std::string out;
  while (!lines.empty()) {
    const size_t end = std::min(lines.find('\n'), lines.size());
    if (end > 0) out.append(columns, ' ').append(lines.substr(0, end));
    if (end < lines.size()) out += '\n';
    lines.remove_prefix(std::min(end + 1, lines.size()));
  }
  return out;
}

}  // namespace

std::string item_lines(std::string_view text, const yaml::Tree& tree, NodeId item) {
  const uint32_t dash = dash_before(text, tree[item].span.begin);
  const uint32_t column = column_of(text, dash);
  const uint32_t begin = dash - column;
  const uint32_t end = yaml::block_end_with_comment(text, tree, item);
  std::string out;
  for (std::string_view rest = text.substr(begin, end - begin); !rest.empty();) {
    const size_t line_end = std::min(rest.find('\n'), rest.size());
    std::string_view line = rest.substr(0, line_end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    const size_t blanks = std::min(line.find_first_not_of(' '), line.size());
    out += line.substr(std::min<size_t>(blanks, column));
    if (line_end < rest.size()) out += '\n';
    rest.remove_prefix(std::min(line_end + 1, rest.size()));
  }
  return out;
}

yaml::Pair Patcher::pair_of(const yaml::Tree& tree, NodeId mapping, const FieldInfo& field) {
  yaml::Pair found{kNoNode, kNoNode};
  tree.each_pair(mapping, [&](yaml::Pair pair) {
    const std::string_view key = tree[pair.key].text;
    if (found.key == kNoNode && (key == field.key.en || key == field.key.zh ||
                                 (!field.other_key.empty() && key == field.other_key)))
      found = pair;
  });
  return found;
}

/// Takes a pair of the head over with its lines as they stand in theirs; the comments above it are
/// the business of edit_comments(). False where head or pair are written in another way.
bool Patcher::insert_lines(NodeId previous, yaml::Pair as_theirs) {
  const auto in_first_column = [](const VersionText& version, NodeId key) {
    return version.tree[version.tree.root()].style == yaml::Style::Block &&
           column_of(version.text, version.tree[key].span.begin) == 0;
  };
  if (!same_keys_ || previous == kNoNode || !in_first_column(ours_, previous) ||
      !in_first_column(theirs_, as_theirs.key))
    return false;
  const uint32_t begin = theirs_.tree[as_theirs.key].span.begin;
  const uint32_t end = yaml::block_end_with_comment(theirs_.text, theirs_.tree, as_theirs.value);
  std::string lines(theirs_.text.substr(begin, end - begin));
  std::erase(lines, '\r');
  const uint32_t at =
      yaml::block_end_with_comment(ours_.text, ours_.tree, ours_.tree[previous].next);
  take({{{at, at}, yaml::with_breaks_of(ours_.text, "\n" + lines)}});
  return true;
}

void Patcher::insert_item(NodeId list, NodeId previous, const yaml::Value& value, NodeId as_theirs,
                          bool spaced) {
  const std::string_view text = ours_.text;
  const yaml::Node& node = ours_.tree.resolved(list);
  const uint32_t first_dash = dash_before(text, node.span.begin);
  const uint32_t column = column_of(text, first_dash);
  std::string lines;
  if (as_theirs != kNoNode) {
    lines = item_lines(theirs_.text, theirs_.tree, as_theirs);
  } else {
    yaml::Value one = yaml::Value::sequence();
    one.add(value);
    lines = yaml::emit(one);
    lines.pop_back();
  }
  lines = indented(lines, column);
  // Empty lines between entries, where ours has them; `spaced` says it of a single one.
  const NodeId second = ours_.tree[node.first_child].next;
  if (second != kNoNode) {
    const Span above = *yaml::line_before(
        text, yaml::line_at(text, with_comments_above(
                                      text, dash_before(text, ours_.tree[second].span.begin))));
    spaced = yaml::content_begin(text, above) == above.end;
  }
  const std::string gap = spaced ? "\n\n" : "\n";
  if (previous == kNoNode) {
    const uint32_t at = with_comments_above(text, first_dash);
    take({{{at, at}, yaml::with_breaks_of(ours_.text, lines + gap)}});
  } else {
    const uint32_t at = yaml::block_end_with_comment(text, ours_.tree, previous);
    take({{{at, at}, yaml::with_breaks_of(ours_.text, gap + lines)}});
  }
}

void Patcher::take(std::vector<Edit> edits) {
  if (edits.empty()) failed_ = true;
  edits_.insert(edits_.end(), edits.begin(), edits.end());
}

}  // namespace catalog
