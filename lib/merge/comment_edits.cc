#include "merge/comment_edits.h"

#include <algorithm>

#include "source/source_text.h"
#include "yaml/lines.h"
#include "yaml/parse.h"

namespace catalog {

namespace {

bool is_same(const AuthorComment& a, const AuthorComment& b) {
  return a.item == b.item && a.field == b.field && a.text == b.text;
}

bool contains(const std::vector<AuthorComment>& comments, const AuthorComment& wanted) {
  return std::ranges::any_of(comments,
                             [&](const AuthorComment& other) { return is_same(other, wanted); });
}

/// The edit that puts a comment at its place in a text whose places are known.
Edit insertion(std::string_view text, const std::vector<CommentPlace>& places,
               const AuthorComment& comment) {
  const auto find = [&](const std::string& item, const std::string& field) {
    return std::ranges::find_if(places, [&](const CommentPlace& place) {
      return place.item == item && place.field == field;
    });
  };
  auto at = find(comment.item, comment.field);
  bool exact = at != places.end();
  if (!exact && !comment.item.empty()) at = find(comment.item, {});
  if (at == places.end()) {
    const auto end = static_cast<uint32_t>(text.size());
    const bool broken = !text.empty() && text.back() != '\n';
    return {{end, end}, (broken ? "\n" : "") + std::string("# ") + comment.text + "\n"};
  }
  const Span line = yaml::line_at(text, at->begin);
  const bool bare_end =
      yaml::content_end(text, line) == line.end ||
      text.substr(yaml::content_end(text, line), line.end).find('#') == std::string_view::npos;
  if (comment.behind && exact && bare_end) {
    const uint32_t end = yaml::content_end(text, line);
    return {{end, end}, "  # " + comment.text};
  }
  const uint32_t begin = yaml::content_begin(text, line);
  const std::string indent(text.substr(line.begin, begin - line.begin));
  return {{line.begin, line.begin}, indent + "# " + comment.text + "\n"};
}

/// The edit that takes a comment out, with its line where it has one of its own.
Edit removal(std::string_view text, Span comment) {
  const Span line = yaml::line_at(text, comment.begin);
  if (yaml::content_begin(text, line) != comment.begin) {
    uint32_t begin = comment.begin;
    while (begin > line.begin && yaml::is_blank(text[begin - 1])) --begin;
    return {{begin, comment.end}, ""};
  }
  const auto end = std::min<size_t>(line.end + 1, text.size());
  return {{line.begin, static_cast<uint32_t>(end)}, ""};
}

}  // namespace

std::string edit_comments(std::string_view text, const std::vector<AuthorComment>& base,
                          const std::vector<AuthorComment>& ours,
                          const std::vector<AuthorComment>& theirs) {
  yaml::Tree tree;
  if (!yaml::parse(text, tree, yaml::Comments::Keep)) return std::string(text);
  const std::vector<AuthorComment> now = author_comments(text, tree);
  const std::vector<CommentPlace> places = comment_places(tree);
  std::vector<Edit> edits;
  for (const AuthorComment& comment : theirs) {
    if (!contains(base, comment) && !contains(ours, comment) && !contains(now, comment))
      edits.push_back(insertion(text, places, comment));
  }
  for (const AuthorComment& comment : now) {
    const bool taken_out = contains(base, comment) && !contains(theirs, comment) &&
                           std::ranges::any_of(theirs, [&](const AuthorComment& other) {
                             return other.item == comment.item && other.field == comment.field;
                           });
    if (taken_out) edits.push_back(removal(text, comment.span));
  }
  return apply_edits(text, std::move(edits));
}

}  // namespace catalog
