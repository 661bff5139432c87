#include "model/legal_reference.h"

#include <algorithm>

#include "model/chinese_number.h"
#include "model/legal_parser.h"
#include "text/symbol_memo.h"

namespace catalog {

namespace {

using View = std::u32string_view;

constexpr View kSeparators = U" 、,;。.:·";
constexpr View kConnectives[] = {U"和",   U"及",   U"与",   U"以及", U"根据", U"依据",
                                 U"按照", U"依照", U"参照", U"或",   U"并"};
constexpr View kOthers[] = {
    U"等",           U"等规定",         U"等文件",       U"等法律法规", U"等相关规定",
    U"等有关规定",   U"等法律、法规",   U"等政策文件",   U"及相关规定", U"及有关规定",
    U"及其相关规定", U"及相关法律法规", U"及相关文件",   U"及配套规定", U"和相关规定",
    U"和有关规定",   U"及其他相关规定", U"以及相关规定", U"等相关文件", U"等法规",
    U"等法律"};
/// Length of 1. 1、 (1) ① 一、 before a reference, or 0.
size_t list_mark(View text) {
  if (text[0] >= U'①' && text[0] <= U'⑳') return 1;
  const bool bracket = text[0] == U'(';
  const size_t figures = figure_run(text.substr(bracket ? 1 : 0));
  if (figures == 0 || figures > 3) return 0;
  const size_t end = figures + (bracket ? 1 : 0);
  if (end >= text.size()) return 0;
  const bool closed =
      bracket ? text[end] == U')' : text[end] == U'.' || text[end] == U'、' || text[end] == U')';
  return closed ? end + 1 : 0;
}

constexpr size_t kLongestTag = 40;
constexpr size_t kMostReferences = 256;
constexpr size_t kMostRemarks = 64;

}  // namespace

std::vector<size_t> LegalParser::match_brackets(View text) {
  constexpr View kOpens = U"([〔{<";
  constexpr View kCloses = U")]〕}>";
  std::vector<size_t> partner(text.size());
  std::vector<size_t> open;
  for (size_t at = 0; at < text.size(); ++at) {
    partner[at] = at;
    if (kOpens.find(text[at]) != View::npos) open.push_back(at);
    if (kCloses.find(text[at]) == View::npos || open.empty()) continue;
    partner[open.back()] = at;
    open.pop_back();
  }
  return partner;
}

bool LegalReference::has(ReferenceOddity oddity) const {
  return std::ranges::find(oddities, oddity) != oddities.end();
}

LegalBasis LegalParser::parse() {
  while (at_ < view_.size()) step();
  add_unparsed(tag_.begin, tag_.end);  // a tag that no title followed
  return std::move(basis_);
}

/// Reads one thing: a separator, a tag, a reference, 等, or text that is none of these.
void LegalParser::step() {
  if (basis_.references.size() >= kMostReferences) {
    add_unparsed(at_, view_.size());
    at_ = view_.size();
    return;
  }
  const View rest = view_.substr(at_);
  if (kSeparators.find(rest[0]) != View::npos) {
    ++at_;
  } else if (const size_t mark = list_mark(rest)) {
    at_ += mark;
  } else if (rest[0] == U'【') {
    read_tag();
  } else if (rest[0] == U'《') {
    LegalReference reference = begin_reference(at_);
    read_title(reference);
    read_suffixes(reference);
    add(std::move(reference));
  } else if (const size_t others = longest_prefix(rest, kOthers);
             others > 0 && !basis_.references.empty()) {
    take_others(others);
  } else if (const size_t word = longest_prefix(rest, kConnectives)) {
    at_ += word;
  } else {
    read_free_text();
  }
}

void LegalParser::read_tag() {
  const size_t close = view_.substr(at_, kLongestTag).find(U'】');
  if (close == View::npos) {
    add_unparsed(at_, at_ + 1);
    ++at_;
    return;
  }
  tag_ = {at_, at_ + close + 1};
  at_ += close + 1;
}

LegalReference LegalParser::begin_reference(size_t begin) {
  LegalReference reference;
  begin_ = begin;
  if (tag_.end > tag_.begin) {
    reference.tag = text_.text(tag_.begin + 1, tag_.end - 1);
    reference.tag_at = text_.span(tag_.begin, tag_.end);
    begin_ = tag_.begin;
    tag_ = {};
  }
  return reference;
}

void LegalParser::add(LegalReference reference) {
  if (reference.title.empty() && reference.number.empty()) return add_unparsed(begin_, at_);
  reference.at = text_.span(begin_, std::max(at_, begin_));
  const std::string title = reference.title;
  basis_.references.push_back(std::move(reference));
  if (derived_.end == 0) return;
  LegalReference rules;
  rules.title = "《" + title + "》" + text_.text(derived_.begin, derived_.end);
  rules.derived = true;
  rules.at = rules.title_at = text_.span(derived_.begin, derived_.end);
  basis_.references.push_back(std::move(rules));
  derived_ = {};
}

/// From 《 to its own 》, titles inside of it passed over. One that is never closed ends at a
/// bracket or separator.
void LegalParser::read_title(LegalReference& reference) {
  const size_t open = at_;
  size_t depth = 0;
  size_t stop = View::npos;
  for (size_t i = open; i < view_.size(); ++i) {
    if (view_[i] == U'《') ++depth;
    if (view_[i] == U'》' && --depth == 0) {
      return take_title(reference, open, i, i + 1);
    }
    if (stop == View::npos && (view_[i] == U'(' || view_[i] == U';')) stop = i;
  }
  note(reference, ReferenceOddity::UnclosedTitle);
  const size_t first_close = view_.find(U'》', open);
  const size_t end = std::min({stop, first_close, view_.size()});
  take_title(reference, open, end, end == first_close ? end + 1 : end);
}

void LegalParser::take_title(LegalReference& reference, size_t open, size_t close, size_t end) {
  reference.title_at = text_.span(open, end);
  const Span inside = text_.span(open + 1, close);
  reference.title = std::string(entry_.substr(inside.begin, inside.size()));
  at_ = end;
}

void LegalParser::take_others(size_t length) {
  if (!basis_.and_others) basis_.and_others_at = text_.span(at_, at_ + length);
  basis_.and_others = true;
  at_ += length;
}

/// Text before the next 《: the issuer of that title, a number without a title, or not understood.
void LegalParser::read_free_text() {
  constexpr View kEnds = U"《【;。";
  size_t end = view_.find_first_of(kEnds, at_);
  if (end == View::npos) end = view_.size();
  if (end == at_) end = at_ + 1;  // a 《 too many
  if (const auto number = find_number(view_, at_, end)) {
    add_unparsed(at_, number->begin);
    LegalReference reference = begin_reference(number->begin);
    take_number(reference, *number);
    at_ = number->end;
    read_suffixes(reference);
    return add(std::move(reference));
  }
  const bool titled =
      end < view_.size() && view_[end] == U'《' && basis_.references.size() < kMostReferences;
  if (!titled) {
    add_unparsed(at_, end);
    at_ = end;
    return;
  }
  LegalReference reference = begin_reference(at_);
  reference.issuer_at = text_.span(at_, end);
  reference.issuer = text_.text(at_, end);
  at_ = end;
  read_title(reference);
  read_suffixes(reference);
  add(std::move(reference));
}

void LegalParser::add_unparsed(size_t begin, size_t end) {
  while (begin < end && kSeparators.find(view_[begin]) != View::npos) ++begin;
  while (begin < end && kSeparators.find(view_[end - 1]) != View::npos) --end;
  if (begin >= end) return;
  const Span span = text_.span(begin, end);
  auto& spans = basis_.unparsed;
  if (!spans.empty() && (spans.back().end == span.begin || spans.size() >= kMostRemarks)) {
    spans.back().end = span.end;
  } else {
    spans.push_back(span);
  }
}

LegalBasis parse_basis(std::string_view entry) {
  const FoldedText text(entry, FoldedText::Blanks::Keep);
  return LegalParser(entry, text).parse();
}

const LegalBasis& basis_of(Symbol entry) {
  static const SymbolMemo<LegalBasis> memo;
  return memo.get(entry, [](std::string_view text) { return parse_basis(text); });
}

}  // namespace catalog
