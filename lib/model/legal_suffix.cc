#include <algorithm>

#include "model/chinese_number.h"
#include "model/legal_parser.h"

namespace catalog {

namespace {

using View = std::u32string_view;

constexpr View kUnits[] = {U"条", U"款", U"项", U"目", U"章", U"节", U"编", U"部分", U"条规定"};
constexpr View kArticleLinks[] = {U"、", U",", U"和", U"及", U"与", U"至", U"到", U"-", U"以及"};
constexpr View kRuleWords[] = {U"规定",   U"的规定",   U"之规定",  U"的有关规定",
                               U"的要求", U"有关规定", U"相关规定"};
constexpr View kOwnRules[] = {U"实施细则", U"实施条例", U"实施办法", U"施行细则"};
constexpr View kOwnRulesLinks[] = {U"及其", U"及", U"和其", U"及相关", U"和"};
constexpr size_t kLongestUnclosed = 64;

size_t blanks(View text) { return std::min(text.find_first_not_of(U' '), text.size()); }

/// 26, 二十六, (二), 二十六条之一; the length of the number, or 0.
size_t article_figure(View text) {
  const bool bracket = text.starts_with(U"(");
  const size_t run = figure_run(bracket ? text.substr(1) : text);
  if (run == 0) return 0;
  if (!bracket) return run;
  return text.substr(1 + run).starts_with(U")") ? run + 2 : 0;
}

/// 第二十六条, 第(二)项, (二)项, 第十四 before 至第十六条; `linked` allows 十六条 without 第.
size_t article_item(View text, bool linked) {
  const size_t ordinal = text.starts_with(U"第") ? 1 : 0;
  size_t at = ordinal + blanks(text.substr(ordinal));
  const size_t figure = article_figure(text.substr(at));
  if (figure == 0 || (ordinal == 0 && !linked && text[0] != U'(')) return 0;
  at += figure;
  at += blanks(text.substr(at));
  size_t unit = longest_prefix(text.substr(at), kUnits);
  if (unit == 0) {
    const bool goes_on = ordinal > 0 && longest_prefix(text.substr(at), kArticleLinks) > 0;
    return goes_on ? at : 0;
  }
  at += unit;
  if (text.substr(at).starts_with(U"之")) {
    if (const size_t sub = figure_run(text.substr(at + 1))) at += 1 + sub;
  }
  return at;
}

bool is_articles(View inside) { return article_length(inside) == inside.size(); }

}  // namespace

size_t article_length(View text) {
  size_t length = article_item(text, false);
  if (length == 0) return 0;
  while (true) {
    size_t next = length + blanks(text.substr(length));
    const size_t link = longest_prefix(text.substr(next), kArticleLinks);
    next += link;
    next += blanks(text.substr(next));
    const size_t item = next < text.size() ? article_item(text.substr(next), link > 0) : 0;
    if (item == 0) return length;
    length = next + item;
  }
}

void LegalParser::read_suffixes(LegalReference& reference) {
  while (at_ < view_.size() && read_suffix(reference)) {
  }
}

/// One thing after a title: （…）, a number, articles, 及其实施细则, 规定.
bool LegalParser::read_suffix(LegalReference& reference) {
  const size_t at = at_ + blanks(view_.substr(at_));
  if (at >= view_.size()) return false;
  const View rest = view_.substr(at);
  const char32_t c = rest[0];
  if (c == U'(' || c == U'[' || c == U'〔' || c == U'{' || c == U'<') {
    return read_bracket(reference, at);
  }
  const size_t link = longest_prefix(rest, kOwnRulesLinks);
  const size_t rules = longest_prefix(rest.substr(link), kOwnRules);
  if (link > 0 && rules > 0 && derived_.end == 0) {
    derived_ = {at + link, at + link + rules};
    at_ = at + link + rules;
    return true;
  }
  if (read_article(reference, at)) return true;
  if (const size_t word = longest_prefix(rest, kRuleWords); word > 0 && at == at_) {
    at_ = at + word;
    return true;
  }
  return read_number(reference, at) || read_quotation(reference, at);
}

/// The place of the bracket that closes the one at `open`, of whatever kind: （民发〔2018)23号〕.
/// Where none does, the end of the number in it, or `open` itself.
size_t LegalParser::bracket_close(size_t open, bool& closed) const {
  closed = partner_[open] > open;
  if (closed) return partner_[open];
  constexpr View kEnds = U"《;。";
  const View near = view_.substr(open, kLongestUnclosed);
  const size_t end = open + std::min(near.find_first_of(kEnds), near.size());
  const auto number = find_number(view_, open + 1, end);
  return number ? number->end : open;
}

bool LegalParser::read_bracket(LegalReference& reference, size_t open) {
  bool closed = true;
  const size_t close = bracket_close(open, closed);
  if (!closed) {
    note(reference, ReferenceOddity::UnclosedBracket);
    if (close == open) {
      at_ = open + 1;
      return true;
    }
  }
  // （2015）21号 right after a title: the bracket is the year's.
  const size_t after = std::min(view_.size(), close + 12);
  if (const auto number = find_number(view_, open, after);
      number && number->begin == open && number->end > close) {
    note(reference, ReferenceOddity::NumberOutside);
    take_number(reference, *number);
    at_ = number->end;
    // 〔2018)23号〕: what was meant to close the brackets around the number.
    if (at_ < view_.size() && (view_[at_] == U')' || view_[at_] == U'〕')) ++at_;
    return true;
  }
  const Range inside{open + 1, close};
  at_ = closed ? close + 1 : close;
  const View text = view_.substr(inside.begin, inside.end - inside.begin);
  const auto number = find_number(view_, inside.begin, inside.end);
  if (number && reference.number.empty()) {
    take_number(reference, *number);
    // What else stands in the bracket: 1994年10月27日 …, 2017年11月4日修正.
    const bool whole = number->end - number->begin + blanks(text) >= text.size();
    if (!whole) take_history(reference, inside);
  } else if (is_articles(text)) {
    take_article(reference, inside);
  } else if (inside.begin < inside.end) {
    take_history(reference, inside);
  }
  return true;
}

/// A number right after the title, without brackets.
bool LegalParser::read_number(LegalReference& reference, size_t at) {
  if (!reference.number.empty()) return false;
  constexpr View kEnds = U"《【;。、,";
  const size_t end = std::min({view_.find_first_of(kEnds, at), view_.size(), at + 64});
  const auto number = find_number(view_, at, end);
  if (!number || number->begin != at) return false;
  note(reference, ReferenceOddity::NumberOutside);
  take_number(reference, *number);
  at_ = number->end;
  return true;
}

bool LegalParser::read_article(LegalReference& reference, size_t at) {
  // 、 or ， may stand between the title and its article.
  const size_t comma = view_[at] == U',' || view_[at] == U'、' ? 1 : 0;
  const size_t begin = at + comma + blanks(view_.substr(at + comma));
  const size_t length = begin < view_.size() ? article_length(view_.substr(begin)) : 0;
  if (length == 0 || view_[begin] != U'第') return false;
  take_article(reference, {begin, begin + length});
  at_ = begin + length;
  return true;
}

/// An article quoted at length: up to the next reference that begins after a separator.
bool LegalParser::read_quotation(LegalReference& reference, size_t at) {
  if (reference.article.empty() || reference.has(ReferenceOddity::Quoted)) return false;
  constexpr View kGoesOn = U"、,;。《【和及与等";
  if (kGoesOn.find(view_[at]) != View::npos) return false;
  constexpr View kBreaks = U" ;。";
  size_t end = at;
  while (end < view_.size()) {
    const bool begins = view_[end] == U'《' || view_[end] == U'【';
    if (begins && end > at && kBreaks.find(view_[end - 1]) != View::npos) break;
    ++end;
  }
  reference.quoted_at = text_.span(at, end);
  note(reference, ReferenceOddity::Quoted);
  at_ = end;
  return true;
}

void LegalParser::note(LegalReference& reference, ReferenceOddity oddity) {
  if (!reference.has(oddity)) reference.oddities.push_back(oddity);
}

void LegalParser::take_number(LegalReference& reference, const FoundNumber& number) {
  reference.number_at = text_.span(number.begin, number.end);
  reference.number =
      std::string(entry_.substr(reference.number_at.begin, reference.number_at.size()));
  reference.normal_number = number.normal;
  if (number.odd_brackets) note(reference, ReferenceOddity::YearBrackets);
  if (number.odd_form) note(reference, ReferenceOddity::NumberForm);
}

void LegalParser::take_article(LegalReference& reference, Range range) {
  const Span span = text_.span(range.begin, range.end);
  if (reference.article.empty()) reference.article_at = span;
  if (!reference.article.empty()) reference.article += "、";
  reference.article += entry_.substr(span.begin, span.size());
}

void LegalParser::take_history(LegalReference& reference, Range range) {
  const Span span = text_.span(range.begin, range.end);
  if (reference.history.empty()) reference.history_at = span;
  if (!reference.history.empty()) reference.history += "；";
  reference.history += entry_.substr(span.begin, span.size());
}

}  // namespace catalog
