#include "merge/comment_edits.h"

#include <algorithm>
#include <set>
#include <unordered_map>
#include <unordered_set>

#include "source/source_text.h"
#include "yaml/lines.h"
#include "yaml/parse.h"

namespace catalog {

namespace {

/// Comments to be found by place and text.
class Known {
 public:
  explicit Known(const std::vector<AuthorComment>& comments) {
    for (const AuthorComment& comment : comments) keys_.insert(key(comment));
  }
  bool contains(const AuthorComment& comment) const { return keys_.contains(key(comment)); }

 private:
  static std::string key(const AuthorComment& comment) {
    return comment.item + "\n" + comment.field + "\n" + comment.text;
  }
  std::unordered_set<std::string> keys_;
};

/// The first place of each item and field.
class Places {
 public:
  explicit Places(const std::vector<CommentPlace>& places) {
    for (const CommentPlace& place : places) {
      places_.try_emplace(place.item + "\n" + place.field, &place);
      items_.insert(place.item);
    }
  }
  const CommentPlace* find(const std::string& item, const std::string& field) const {
    const auto found = places_.find(item + "\n" + field);
    return found == places_.end() ? nullptr : found->second;
  }
  bool has_item(const std::string& item) const { return item.empty() || items_.contains(item); }

 private:
  std::unordered_map<std::string, const CommentPlace*> places_;
  std::unordered_set<std::string> items_;
};

/// The edit that puts a comment at its place in a text whose places are known. `cleared` are the
/// beginnings of the comments that are taken out, `line_break` is what the text uses.
Edit insertion(std::string_view text, const Places& places, const std::set<uint32_t>& cleared,
               const std::string& line_break, const AuthorComment& comment) {
  const CommentPlace* at = places.find(comment.item, comment.field);
  const bool exact = at != nullptr;
  if (!at && !comment.item.empty()) at = places.find(comment.item, {});
  // Of an adoption's entry that is gone, or written on one line with its list: above the list.
  if (!at) at = places.find({}, comment.item.substr(0, comment.item.find('/')));
  if (!at) {
    const auto end = static_cast<uint32_t>(text.size());
    const bool broken = !text.empty() && text.back() != '\n';
    return {{end, end}, (broken ? line_break : "") + "# " + comment.text + line_break};
  }
  const Span line = yaml::line_at(text, at->begin);
  const uint32_t content = yaml::content_end(text, line);
  const size_t mark = text.substr(content, line.end - content).find('#');
  const bool bare_end =
      mark == std::string_view::npos || cleared.contains(content + static_cast<uint32_t>(mark));
  if (comment.behind && exact && bare_end) {
    return {{content, content}, "  # " + comment.text};
  }
  const uint32_t begin = yaml::content_begin(text, line);
  const std::string indent(text.substr(line.begin, begin - line.begin));
  return {{line.begin, line.begin}, indent + "# " + comment.text + line_break};
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

/// Finds texts of comments among some, each of which counts once.
class TextsLeft {
 public:
  void add(const AuthorComment& comment) { texts_.insert(comment.text); }
  bool take(const AuthorComment& comment) {
    const auto found = texts_.find(comment.text);
    if (found == texts_.end()) return false;
    texts_.erase(found);
    return true;
  }

 private:
  std::multiset<std::string_view> texts_;
};

/// The comments of `some` that `others` have not, neither at the same place nor, where nobody put
/// them anew, elsewhere: the first item's comment comes to stand at an item that is put before it.
std::vector<AuthorComment> beyond(const std::vector<AuthorComment>& others,
                                  const std::vector<AuthorComment>& some) {
  const Known in_some(some), in_others(others);
  TextsLeft moved;
  for (const AuthorComment& comment : others)
    if (!in_some.contains(comment)) moved.add(comment);
  std::vector<AuthorComment> out;
  for (const AuthorComment& comment : some)
    if (!in_others.contains(comment) && !moved.take(comment)) out.push_back(comment);
  return out;
}

/// What theirs added (what both did stands in ours), and all of ours that theirs did not take out.
std::vector<AuthorComment> wanted(const CommentedVersion& base, const CommentedVersion& ours,
                                  const CommentedVersion& theirs, const Known& taken_out) {
  const Known in_ours(ours.comments);
  std::vector<AuthorComment> out = beyond(base.comments, theirs.comments);
  std::erase_if(out, [&](const AuthorComment& comment) { return in_ours.contains(comment); });
  for (const AuthorComment& comment : ours.comments)
    if (!taken_out.contains(comment)) out.push_back(comment);
  return out;
}

/// Those that the merged text has neither at their place nor, where nobody put them, elsewhere.
std::vector<AuthorComment> missing(const CommentedVersion& ours, const CommentedVersion& theirs,
                                   const CommentedVersion& now,
                                   std::vector<AuthorComment> comments) {
  const Known in_ours(ours.comments), in_theirs(theirs.comments), in_now(now.comments);
  TextsLeft elsewhere;
  for (const AuthorComment& comment : now.comments)
    if (!in_ours.contains(comment) && !in_theirs.contains(comment)) elsewhere.add(comment);
  std::erase_if(comments, [&](const AuthorComment& comment) {
    return in_now.contains(comment) || elsewhere.take(comment);
  });
  return comments;
}

}  // namespace

std::string edit_comments(std::string_view text, const CommentedVersion& base,
                          const CommentedVersion& ours, const CommentedVersion& theirs) {
  yaml::Tree tree;
  if (!yaml::parse(text, tree, yaml::Comments::Keep)) return std::string(text);
  const CommentedVersion now = commented(text, tree);
  const std::string line_break(yaml::line_break_of(text));
  const Known taken_out(beyond(theirs.comments, base.comments));
  const Places places(now.places), their_places(theirs.places);
  std::vector<Edit> edits;
  std::set<uint32_t> cleared;
  for (const AuthorComment& comment : now.comments) {
    // An item that theirs took out and that stays for ours' sake keeps its comments.
    if (!taken_out.contains(comment) || !their_places.has_item(comment.item)) continue;
    edits.push_back(removal(text, comment.span));
    cleared.insert(comment.span.begin);
  }
  for (const AuthorComment& comment :
       missing(ours, theirs, now, wanted(base, ours, theirs, taken_out)))
    edits.push_back(insertion(text, places, cleared, line_break, comment));
  return apply_edits(text, std::move(edits));
}

}  // namespace catalog
