#include "model/word_relation.h"

#include <algorithm>

#include "model/date.h"
#include "model/public_words.h"
#include "text/normal.h"
#include "text/symbol_memo.h"

namespace catalog {

namespace {

/// The place of an extent in the vocabulary, whose words stand from full to partial; unsaid is
/// full.
std::optional<size_t> extent_rank(const Vocabulary& vocabulary, const Text& extent) {
  if (extent.empty()) return 0;
  const WordUse& use = vocabulary.find(WordList::Extents, extent.value);
  if (!use) return std::nullopt;
  return static_cast<size_t>(use.word - vocabulary.words(WordList::Extents).data());
}

FieldRelation by_ranks(std::optional<size_t> before, std::optional<size_t> after) {
  return before && after ? by_rank(*before, *after) : FieldRelation::Changed;
}

std::vector<std::string> sorted_forms(const std::vector<std::string>& texts) {
  std::vector<std::string> forms;
  for (const std::string& text : texts) forms.push_back(comparison_form(text));
  std::ranges::sort(forms);
  forms.erase(std::unique(forms.begin(), forms.end()), forms.end());
  return forms;
}

FieldRelation relate_audiences(const AudienceMeaning& before, const AudienceMeaning& after) {
  if (!before.unknown.empty() || !after.unknown.empty()) {
    const bool same = before.everyone == after.everyone && before.group == after.group &&
                      sorted_forms(before.unknown) == sorted_forms(after.unknown) &&
                      sorted_forms(before.groups) == sorted_forms(after.groups);
    return same ? FieldRelation::Editorial : FieldRelation::Changed;
  }
  if (before.everyone != after.everyone) return by_rank(!before.everyone, !after.everyone);
  if (before.everyone) return FieldRelation::Editorial;
  return sorted_forms(before.groups) == sorted_forms(after.groups) ? FieldRelation::Editorial
                                                                   : FieldRelation::Changed;
}

/// A later day is narrower, and so is none at all.
FieldRelation relate_dates(const Text& before, const Text& after) {
  const auto first = Date::parse(before.view());
  const auto second = Date::parse(after.view());
  if ((!before.empty() && !first) || (!after.empty() && !second)) return FieldRelation::Changed;
  if (!first || !second) return by_rank(!first, !second);
  if (*first == *second) return FieldRelation::Editorial;
  return *second > *first ? FieldRelation::Narrower : FieldRelation::Wider;
}

/// The bodies that a text names, whatever their order: 甲、乙.
std::vector<std::string> named_parts(std::string_view text) {
  std::vector<std::string> parts;
  for (const std::string_view part : parts_of(text, "、，,；;")) parts.emplace_back(part);
  return sorted_forms(parts);
}

FieldRelation relate_meanings(Compare compare, const Text& before, const Text& after,
                              const Vocabulary& vocabulary) {
  const bool absent = before.empty() || after.empty();
  switch (compare) {
    case Compare::Mode:
      return by_ranks(mode_rank(vocabulary, before.value), mode_rank(vocabulary, after.value));
    case Compare::Extent:
      return by_ranks(extent_rank(vocabulary, before), extent_rank(vocabulary, after));
    case Compare::Audience:
      if (absent) return FieldRelation::Changed;
      return relate_audiences(audience_meaning(vocabulary, before.view()),
                              audience_meaning(vocabulary, after.view()));
    case Compare::Dates:
      return relate_dates(before, after);
    case Compare::Editorial:
      return FieldRelation::Editorial;
    default:
      break;
  }
  const bool same = !absent && named_parts(before.view()) == named_parts(after.view());
  return same ? FieldRelation::Editorial : FieldRelation::Changed;
}

}  // namespace

const std::string& form_of(Symbol text) {
  static const SymbolMemo<std::string> forms;
  return forms.get(text, [](std::string_view view) { return comparison_form(view); });
}

bool same_form(Symbol a, Symbol b) { return a == b || form_of(a) == form_of(b); }

FieldRelation by_rank(size_t before, size_t after) {
  if (before == after) return FieldRelation::Editorial;
  return after > before ? FieldRelation::Narrower : FieldRelation::Wider;
}

FieldDifference text_difference(FieldRelation relation, const Text& before, const Text& after) {
  FieldDifference out{.relation = relation};
  out.before = before.view();
  out.after = after.view();
  return out;
}

std::vector<FieldDifference> relate_words(Compare compare, const Text& before, const Text& after,
                                          const Knowledge& knowledge) {
  if (before.value == after.value) return {};
  const bool written = !before.empty() && !after.empty();
  if (written && same_form(before.value, after.value)) {
    return {text_difference(FieldRelation::Editorial, before, after)};
  }
  return {text_difference(relate_meanings(compare, before, after, knowledge.vocabulary), before,
                          after)};
}

}  // namespace catalog
