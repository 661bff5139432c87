#include "model/legal_register.h"

#include <algorithm>

#include "model/folded_text.h"
#include "text/similarity.h"
#include "text/utf8.h"

namespace catalog {

namespace {

using View = std::u32string_view;

/// A title in another wording (国家发改委 for 国家发展改革委) is at least this alike.
constexpr double kSameTitle = 0.7;

/// Folded, without blanks, quotation marks and the titles' brackets inside.
std::u32string bare(std::string_view title) {
  constexpr View kDropped = U"《》<>“”\"'‘’";
  const FoldedText text(title, FoldedText::Blanks::Drop);
  std::u32string kept;
  for (const char32_t c : text.view()) {
    if (kDropped.find(c) == View::npos) kept += c;
  }
  return kept;
}

View without_edition(View title) {
  constexpr View kEditions[] = {U"(试行)", U"(暂行)", U"(修订)", U"(修正)", U"(草案)"};
  return title.substr(0, title.size() - longest_suffix(title, kEditions));
}

/// 甲 of 某部关于印发甲的通知, 某办转发甲的通知 and of 某部关于公布甲的公告; empty if there is no
/// such frame.
View framed(View title) {
  constexpr View kFrames[] = {U"印发", U"转发", U"公布", U"发布"};
  constexpr View kEnds[] = {U"的通知", U"的公告", U"的函", U"的决定"};
  size_t begin = View::npos;
  size_t length = 0;
  for (const View frame : kFrames) {
    const size_t at = title.find(frame);
    if (at >= begin) continue;
    begin = at;
    length = frame.size();
  }
  if (begin == View::npos) return {};
  const View inner = title.substr(begin + length);
  const size_t end = longest_suffix(inner, kEnds);
  const bool issued = end > 0 || begin > 0;
  return issued && inner.size() > end + 3 ? inner.substr(0, inner.size() - end) : View();
}

void add_form(std::vector<std::string>& forms, View form) {
  std::string text = from_code_points(form);
  if (!text.empty() && std::ranges::find(forms, text) == forms.end()) {
    forms.push_back(std::move(text));
  }
}

void add_plain_forms(std::vector<std::string>& forms, View title) {
  constexpr View kState = U"中华人民共和国";
  add_form(forms, title);
  add_form(forms, without_edition(title));
  if (title.starts_with(kState)) add_form(forms, without_edition(title.substr(kState.size())));
  const size_t about = title.find(U"关于");
  if (about != View::npos && about > 0) add_form(forms, without_edition(title.substr(about)));
}

/// Order numbers that begin anew from time to time, so that a number alone names nothing.
bool begins_anew(std::string_view normal_number) { return normal_number.starts_with("主席令"); }

}  // namespace

std::vector<std::string> title_forms(std::string_view title) {
  const std::u32string text = bare(title);
  std::vector<std::string> forms;
  add_plain_forms(forms, text);
  if (const View inner = framed(text); !inner.empty()) add_plain_forms(forms, inner);
  return forms;
}

LegalRegister::LegalRegister(std::vector<LegalDocument> documents)
    : documents_(std::move(documents)) {
  for (uint32_t i = 0; i < documents_.size(); ++i) {
    const auto add = [this, i](std::string_view title) {
      for (const std::string& form : title_forms(title)) {
        auto& entry = by_title_[form];
        if (entry.empty() || entry.back() != i) entry.push_back(i);
      }
    };
    add(documents_[i].title);
    for (const std::string& short_title : documents_[i].short_titles) add(short_title);
    if (!documents_[i].number.empty()) {
      by_number_[normalize_number(documents_[i].number)].push_back(i);
    }
  }
}

std::vector<uint32_t> LegalRegister::with_title(std::string_view title) const {
  if (title.empty()) return {};
  for (const std::string& form : title_forms(title)) {
    if (const auto found = by_title_.find(form); found != by_title_.end()) return found->second;
  }
  return {};
}

std::vector<uint32_t> LegalRegister::with_number(const std::string& normal_number) const {
  const auto found = by_number_.find(normal_number);
  return found == by_number_.end() ? std::vector<uint32_t>{} : found->second;
}

void LegalRegister::latest_first(std::vector<uint32_t>& found) const {
  std::ranges::stable_sort(found, [this](uint32_t a, uint32_t b) {
    return documents_[a].issued.value_or(Date()) > documents_[b].issued.value_or(Date());
  });
}

LegalLookup LegalRegister::find(std::string_view title, std::string_view number) const {
  std::vector<uint32_t> titled = with_title(title);
  latest_first(titled);
  if (number.empty()) {
    if (titled.empty()) return {};
    const LegalMatch match = titled.size() == 1 ? LegalMatch::ByTitle : LegalMatch::Ambiguous;
    return {match, std::move(titled)};
  }
  const std::string normal = normalize_number(number);
  std::vector<uint32_t> numbered = with_number(normal);
  latest_first(numbered);
  for (const uint32_t index : titled) {
    if (std::ranges::find(numbered, index) != numbered.end()) {
      return {LegalMatch::Exact, {index}};
    }
  }
  const std::string cited = from_code_points(bare(title));
  for (const uint32_t index : numbered) {
    const std::string registered = from_code_points(bare(documents_[index].title));
    if (similarity(cited, registered) >= kSameTitle) return {LegalMatch::Exact, {index}};
  }
  if (!numbered.empty() && !begins_anew(normal)) return {LegalMatch::ByNumber, std::move(numbered)};
  if (!numbered.empty() && title.empty()) return {LegalMatch::ByNumber, std::move(numbered)};
  if (!titled.empty()) return {LegalMatch::OtherNumber, std::move(titled)};
  return {};
}

LegalLookup LegalRegister::find(const LegalReference& reference) const {
  return find(reference.title, reference.normal_number);
}

/// The document that `superseded_by` names; of several with that number the most alike later one.
std::optional<uint32_t> LegalRegister::successor(uint32_t index) const {
  const LegalDocument& document = documents_[index];
  if (document.superseded_by.empty()) return std::nullopt;
  std::optional<uint32_t> best;
  double best_score = -1;
  for (const uint32_t candidate : with_number(normalize_number(document.superseded_by))) {
    if (candidate == index) continue;
    const LegalDocument& later = documents_[candidate];
    if (document.issued && later.issued && *later.issued < *document.issued) continue;
    const double score = similarity(document.title, later.title);
    if (score <= best_score) continue;
    best = candidate;
    best_score = score;
  }
  return best;
}

std::vector<uint32_t> LegalRegister::successors(uint32_t index) const {
  std::vector<uint32_t> chain;
  for (auto next = successor(index); next; next = successor(*next)) {
    if (*next == index || std::ranges::find(chain, *next) != chain.end()) break;
    chain.push_back(*next);
  }
  return chain;
}

bool LegalRegister::in_force(uint32_t index, Date day) const {
  const LegalDocument& document = documents_[index];
  if (const auto from = document.effective ? document.effective : document.issued;
      from && day < *from) {
    return false;
  }
  if (document.until && day > *document.until) return false;
  switch (document.status) {
    case LegalStatus::InForce:
    case LegalStatus::Amended:
    case LegalStatus::Unknown:
      return true;
    case LegalStatus::Superseded:
    case LegalStatus::Repealed: {
      const auto next = successor(index);
      if (!next) return document.until.has_value();
      const LegalDocument& later = documents_[*next];
      const auto from = later.effective ? later.effective : later.issued;
      return from && day < *from;
    }
    case LegalStatus::PeriodOver:
    case LegalStatus::Completed:
      return document.until.has_value();
  }
  return true;
}

}  // namespace catalog
