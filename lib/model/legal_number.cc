#include "model/legal_number.h"

#include <algorithm>

#include "model/chinese_number.h"
#include "model/folded_text.h"
#include "text/utf8.h"

namespace catalog {

namespace {

using View = std::u32string_view;

constexpr View kYearOpens = U"〔[(【〖{";
constexpr View kYearCloses = U"〕])】〗}";
constexpr size_t kLongestAgency = 40;

bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }
bool is_one_of(char32_t c, View set) { return set.find(c) != View::npos; }

std::string utf8(View text) { return from_code_points(text); }

/// A text in which a number is looked for, with bounds-checked steps to either side.
struct Field {
  View text;
  size_t from;
  size_t end;

  size_t skip_blanks(size_t at) const {
    while (at < end && text[at] == U' ') ++at;
    return at;
  }
  size_t skip_blanks_back(size_t at) const {
    while (at > from && text[at - 1] == U' ') --at;
    return at;
  }
  View rest(size_t at) const { return text.substr(at, end - at); }
  View before(size_t at) const { return text.substr(from, at - from); }
};

/// Where the name of the issuing body before `at` begins: Chinese characters up to a figure, a
/// blank or punctuation, without 年月日 of a date and without words that lead up to it.
size_t agency_begin(const Field& field, size_t at) {
  size_t begin = at;
  while (begin > field.from && at - begin < kLongestAgency && is_han(field.text[begin - 1])) {
    --begin;
  }
  const bool after_figure = begin > field.from && is_digit(field.text[begin - 1]);
  if (after_figure && begin < at && is_one_of(field.text[begin], U"年月日")) ++begin;
  constexpr View kLeads[] = {U"根据", U"依据", U"按照", U"经", U"以", U"由", U"和", U"及", U"与"};
  begin += longest_prefix(field.text.substr(begin, at - begin), kLeads);
  return begin;
}

/// 中华人民共和国国务院令, 国令: the name as the register has it.
std::string normal_body(View body) {
  constexpr View kState = U"中华人民共和国";
  if (body.starts_with(kState) && body.size() > kState.size() + 1)
    body.remove_prefix(kState.size());
  if (body == U"国令") return "国务院令";
  return utf8(body);
}

/// 〔2012〕45号 at `at`, the place of the opening bracket (or of the year where it is missing).
std::optional<FoundNumber> year_number(const Field& field, size_t at) {
  size_t i = at;
  const bool opened = i < field.end && is_one_of(field.text[i], kYearOpens);
  const char32_t open = opened ? field.text[i++] : U'\0';
  i = field.skip_blanks(i);
  const size_t year = i;
  while (i < field.end && is_digit(field.text[i])) ++i;
  if (i - year != 4 || (field.text[year] != U'1' && field.text[year] != U'2')) return std::nullopt;
  const View year_text = field.text.substr(year, 4);
  i = field.skip_blanks(i);
  const bool closed = i < field.end && is_one_of(field.text[i], kYearCloses);
  const char32_t close = closed ? field.text[i++] : U'\0';
  if (!opened && !closed) return std::nullopt;
  i = field.skip_blanks(i);
  FoundNumber found;
  if (i < field.end && field.text[i] == U'第') {
    found.odd_form = true;
    ++i;
  }
  const auto number = number_prefix(field.rest(i));
  if (!number) return std::nullopt;
  i = field.skip_blanks(i + number->length);
  const bool marked = i < field.end && field.text[i] == U'号';
  const size_t agency_end = field.skip_blanks_back(at);
  const size_t begin = agency_begin(field, agency_end);
  if (!marked && begin == agency_end) return std::nullopt;  // （2016）5: any figure
  found.begin = begin == agency_end ? at : begin;
  found.end = marked ? i + 1 : i;
  found.odd_brackets = open != U'〔' || close != U'〕';
  found.odd_form = found.odd_form || !marked || begin == agency_end;
  found.normal = utf8(field.text.substr(begin, agency_end - begin)) + "〔" + utf8(year_text) +
                 "〕" + std::to_string(number->value) + "号";
  return found;
}

/// 2017年 before 第13号; its begin, or `at` if there is none.
size_t year_before(const Field& field, size_t at) {
  const View before = field.before(at);
  if (before.size() < 5 || before.back() != U'年') return at;
  const View digits = before.substr(before.size() - 5, 4);
  return std::ranges::all_of(digits, is_digit) ? at - 5 : at;
}

/// Bodies that issue by order, so that a 令 left out can be put back.
bool issues_orders(View body) {
  constexpr View kEnds[] = {U"国务院", U"主席", U"人民政府", U"部", U"委员会", U"总局", U"署"};
  return longest_suffix(body, kEnds) > 0;
}

struct OrderParts {
  View body;  ///< with its 令 or 公告, if that stands before the number
  View year;
  int number;
  View after;  ///< 令, 公告 or a body with its 令 after 号
};

/// Puts the parts in their normal order: body, kind, year, number.
void set_order(const OrderParts& parts, FoundNumber& found) {
  View body = parts.body.empty() ? parts.after : parts.body;
  std::string kind;
  if (!parts.body.empty() && !parts.after.empty()) {
    kind = utf8(parts.after);
  } else if (parts.after.empty() && issues_orders(body)) {
    kind = "令";
    found.odd_form = true;
  }
  found.normal = normal_body(body) + kind;
  if (!parts.year.empty()) found.normal += utf8(parts.year);
  found.normal += "第" + std::to_string(parts.number) + "号";
}

/// 令 or 公告, with or without its body, right after 第N号.
View order_after(const Field& field, size_t at) {
  constexpr View kKinds[] = {U"令", U"公告", U"决定", U"通告"};
  const View rest = field.rest(at);
  if (const size_t kind = longest_prefix(rest, kKinds)) return rest.substr(0, kind);
  size_t length = 0;
  while (length < rest.size() && length < kLongestAgency && is_han(rest[length])) {
    if (rest[length++] == U'令') return rest.substr(0, length);
  }
  return {};
}

/// 国务院令第711号, 公告2009年第1号, 国家发展改革委2017年第10号令; `hao` is the place of 号.
std::optional<FoundNumber> order_number(const Field& field, size_t hao) {
  size_t digits_end = field.skip_blanks_back(hao);
  size_t digits = digits_end;
  while (digits > field.from && digits_end - digits < 8 && is_figure(field.text[digits - 1])) {
    --digits;
  }
  const auto number = number_prefix(field.text.substr(digits, digits_end - digits));
  if (!number || number->length != digits_end - digits) return std::nullopt;
  FoundNumber found;
  size_t begin = field.skip_blanks_back(digits);
  const bool ordinal = begin > field.from && field.text[begin - 1] == U'第';
  if (ordinal) begin = field.skip_blanks_back(begin - 1);
  const bool bracketed = begin > field.from && field.text[begin - 1] == U'(' &&
                         hao + 1 < field.end && field.text[hao + 1] == U')' &&
                         field.before(begin - 1).ends_with(U"令");
  if (bracketed) --begin;
  OrderParts parts{{}, {}, number->value, {}};
  const size_t year = year_before(field, begin);
  parts.year = field.text.substr(year, begin - year);
  const size_t body_end = field.skip_blanks_back(year);
  const size_t body = agency_begin(field, body_end);
  parts.body = field.text.substr(body, body_end - body);
  parts.after = bracketed ? View() : order_after(field, hao + 1);
  if (parts.body.ends_with(U"令") || parts.body.ends_with(U"公告")) parts.after = {};
  if (parts.body.empty() && parts.after.empty()) return std::nullopt;
  constexpr View kKinds[] = {U"令", U"公告", U"通告", U"决定", U"字", U"函", U"发"};
  const bool named =
      longest_suffix(parts.body, kKinds) > 0 || !parts.after.empty() || issues_orders(parts.body);
  if (!named) return std::nullopt;
  found.begin = parts.body.empty() ? (parts.year.empty() ? begin : year) : body;
  found.end = hao + 1 + parts.after.size() + (bracketed ? 1 : 0);
  found.odd_form = !ordinal || bracketed;
  set_order(parts, found);
  return found;
}

/// GB/T 32939-2016, DB31/T 1234.5-2020.
std::optional<FoundNumber> standard_number(const Field& field, size_t at) {
  size_t i = at;
  const auto is_letter = [&](size_t p) {
    return p < field.end && field.text[p] >= U'A' && field.text[p] <= U'Z';
  };
  while (is_letter(i)) ++i;
  if (i - at < 2) return std::nullopt;
  while (i < field.end && is_digit(field.text[i])) ++i;
  if (i + 1 < field.end && field.text[i] == U'/' && is_letter(i + 1)) i += 2;
  const size_t letters_end = i;
  i = field.skip_blanks(i);
  const size_t digits = i;
  while (i < field.end && (is_digit(field.text[i]) || field.text[i] == U'.')) ++i;
  if (i == digits || i + 5 > field.end || field.text[i] != U'-') return std::nullopt;
  if (!std::ranges::all_of(field.text.substr(i + 1, 4), is_digit)) return std::nullopt;
  FoundNumber found;
  found.begin = at;
  found.end = i + 5;
  found.normal = utf8(field.text.substr(at, letters_end - at)) + " " +
                 utf8(field.text.substr(digits, found.end - digits));
  return found;
}

}  // namespace

std::optional<FoundNumber> find_number(View text, size_t from, size_t end) {
  const Field field{text, from, std::min(end, text.size())};
  for (size_t at = from; at < field.end; ++at) {
    const char32_t c = text[at];
    std::optional<FoundNumber> found;
    if (is_one_of(c, kYearOpens)) {
      found = year_number(field, at);
    } else if (is_digit(c) && (at == from || !is_digit(text[at - 1]))) {
      found = year_number(field, at);  // 国发2012〕45号: the opening bracket is missing
    } else if (c == U'号') {
      found = order_number(field, at);
    } else if (c >= U'A' && c <= U'Z' &&
               (at == from || text[at - 1] < U'A' || text[at - 1] > U'Z')) {
      found = standard_number(field, at);
    }
    if (found) return found;
  }
  return std::nullopt;
}

std::string normalize_number(std::string_view number) {
  const FoldedText text(number, FoldedText::Blanks::Keep);
  if (const auto found = find_number(text.view(), 0, text.size())) return found->normal;
  return utf8(FoldedText(number, FoldedText::Blanks::Drop).view());
}

}  // namespace catalog
