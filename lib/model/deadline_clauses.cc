#include "model/deadline_clauses.h"

#include <optional>

#include "model/chinese_number.h"
#include "model/deadline_words.h"
#include "model/folded_text.h"

namespace catalog {

namespace {

namespace words = deadline_words;
using View = std::u32string_view;

bool opens(char32_t c) { return c == U'(' || c == U'《' || c == U'“' || c == U'['; }
bool closes(char32_t c) { return c == U')' || c == U'》' || c == U'”' || c == U']'; }

/// For each code point the index of its partner bracket, or its own where it has none.
std::vector<size_t> match_brackets(View text) {
  std::vector<size_t> partner(text.size());
  std::vector<size_t> open;
  for (size_t at = 0; at < text.size(); ++at) {
    partner[at] = at;
    if (opens(text[at])) open.push_back(at);
    if (!closes(text[at]) || open.empty()) continue;
    partner[at] = open.back();
    partner[open.back()] = at;
    open.pop_back();
  }
  return partner;
}

/// Length of a list mark at the front: 1. 1、 （一） 一、 ①; 1.5 and 20个 are none.
size_t list_mark(View text) {
  if (text.empty()) return 0;
  if (text[0] >= U'①' && text[0] <= U'⑳') return 1;
  const bool bracket = text[0] == U'(';
  const View inner = bracket ? text.substr(1) : text;
  const auto number = number_prefix(inner);
  if (!number || number->length > 3) return 0;
  const View after = inner.substr(number->length);
  if (after.empty()) return 0;
  if (bracket) return after[0] == U')' ? number->length + 2 : 0;
  const bool closed = after[0] == U'.' || after[0] == U'、' || after[0] == U')';
  const bool goes_on = after.size() > 1 && is_figure(after[1]);
  return closed && !goes_on ? number->length + 1 : 0;
}

/// Whether a bracket holds a part of its own (长期公开（动态调整）) rather than a word of its
/// clause.
bool holds_part(View inside) {
  return next_anchor(inside, 0, inside.size()).has_value() ||
         contains_any(inside, words::kOtherwise) || contains_any(inside, words::kExcept);
}

class Splitter {
 public:
  explicit Splitter(View text) : text_(text), partner_(match_brackets(text)) {}

  std::vector<Clause> split() {
    size_t at = 0;
    while (at < text_.size()) at = step(at);
    finish(text_.size());
    if (!clauses_.empty()) clauses_.back().closes_sentence = true;
    return std::move(clauses_);
  }

 private:
  size_t step(size_t at) {
    const char32_t c = text_[at];
    if (at == begin_ && opens_sentence_) last_mark_ = mark_number(at);
    if (c == U';' || c == U'。') {
      finish(at);
      if (!clauses_.empty()) clauses_.back().closes_sentence = true;
      opens_sentence_ = true;
      return begin_ = at + 1;
    }
    if (c == U',') {
      finish(at);
      return begin_ = at + 1;
    }
    if (is_next_list_mark(at)) {
      finish(at);
      opens_sentence_ = true;
      begin_ = at;
      return at + 1;
    }
    return opens(c) && partner_[at] > at ? pass_bracket(at) : at + 1;
  }

  size_t pass_bracket(size_t open) {
    const size_t close = partner_[open];
    const View inside = text_.substr(open + 1, close - open - 1);
    if (text_[open] == U'(' && holds_part(inside)) {
      finish(open);
      begin_ = open + 1;
      finish(close);
      if (!clauses_.empty() && clauses_.back().at.end == close) clauses_.back().bracketed = true;
      begin_ = close + 1;
    }
    return close + 1;
  }

  /// 1.…2.… in one line: the second number follows the first.
  bool is_next_list_mark(size_t at) const {
    if (last_mark_ == 0 || at == begin_ || !is_figure(text_[at]) || is_figure(text_[at - 1])) {
      return false;
    }
    const View here = text_.substr(at);
    const auto number = number_prefix(here);
    return number && number->value == last_mark_ + 1 && list_mark(here) > 0 &&
           here[number->length] == U'.';
  }

  /// The number of the list mark that stands at `at`, or 0.
  int mark_number(size_t at) const {
    const View here = text_.substr(at);
    if (list_mark(here) == 0) return 0;
    const auto number = number_prefix(here[0] == U'(' ? here.substr(1) : here);
    return number ? number->value : 0;
  }

  void finish(size_t end) {
    Clause clause{{begin_, end}, opens_sentence_};
    if (opens_sentence_) {
      const View here = text_.substr(begin_, end - begin_);
      if (const size_t mark = list_mark(here)) {
        clause.at.begin += mark;
        clause.numbered = true;
      }
    }
    if (clause.at.empty()) return;
    opens_sentence_ = false;
    clauses_.push_back(clause);
  }

  View text_;
  std::vector<size_t> partner_;
  std::vector<Clause> clauses_;
  size_t begin_ = 0;
  bool opens_sentence_ = true;
  int last_mark_ = 0;
};

}  // namespace

std::vector<Clause> split_clauses(std::u32string_view text) { return Splitter(text).split(); }

}  // namespace catalog
