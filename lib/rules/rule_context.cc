#include "rules/rule_context.h"

#include "rules/vocabulary_slips.h"
#include "text/normal.h"

namespace catalog {

namespace {

/// A placeholder of a standard: a name between < and >.
std::string placeholder_in(std::string_view text) {
  const size_t open = text.find('<');
  const size_t close = text.find('>', open == text.npos ? 0 : open);
  if (open == text.npos || close == text.npos) return {};
  return std::string(text.substr(open, close - open + 1));
}

/// The district whose name begins the text, as in 浦东新区民政局.
const Unit* district_named(const UnitTable& units, std::string_view text) {
  for (const Unit& unit : units.all()) {
    if (!unit.name.empty() && text.starts_with(unit.name.view()) &&
        units.district_of(unit) == &unit)
      return &unit;
  }
  return nullptr;
}

/// Cuts a word at the end of a name, with the brackets or the dash around it.
TwinPart split_twin(const Vocabulary& vocabulary, std::string_view text) {
  TwinPart out{comparison_form(text), nullptr};
  const auto cut = [&](const VocabularyWord& word, std::string_view spelling) {
    std::string_view rest = out.rest;
    if (out.word || !(rest.ends_with(spelling) || rest.ends_with(std::string(spelling) + ")")))
      return;
    rest = rest.substr(0, rest.rfind(spelling));
    while (rest.ends_with('(') || rest.ends_with('-') || rest.ends_with(':')) rest.remove_suffix(1);
    out.word = &word;
    out.rest = std::string(rest);
  };
  for (const VocabularyWord& word : vocabulary.words(WordList::Twins)) {
    cut(word, comparison_form(word.name.view()));
    for (const Text& alias : word.aliases) cut(word, comparison_form(alias.view()));
  }
  return out;
}

}  // namespace

RuleContext::RuleContext(const Workspace& workspace, Date as_of)
    : workspace_(workspace), as_of_(as_of), laws_(workspace.demands) {
  for (const Guideline& guideline : workspace.guidelines) {
    of_guideline_.emplace(&guideline, std::pair{demands_.size(), guideline.items.size()});
    for (const Row& row : guideline.items)
      demands_.emplace_back(workspace, guideline, row, static_cast<uint32_t>(demands_.size()));
  }
  for (const RowDemand& demand : demands_) of_row_.emplace(&demand.row, &demand);
}

const RowDemand* RuleContext::demand(Symbol reference) const {
  return by_reference_.get(reference, [&](std::string_view) -> const RowDemand* {
    const Row* row = workspace_.row(reference);
    return row ? of_row_.at(row) : nullptr;
  });
}

std::span<const RowDemand> RuleContext::demands(const Guideline& guideline) const {
  const auto [from, count] = of_guideline_.at(&guideline);
  return {demands_.data() + from, count};
}

const AudienceMeaning& RuleContext::audience(Symbol text) const {
  return audiences_.get(
      text, [&](std::string_view view) { return audience_meaning(workspace_.vocabulary, view); });
}

PublisherMeaning RuleContext::publisher_meaning(std::string_view text) const {
  PublisherMeaning out;
  out.placeholder = placeholder_in(text);
  out.district = district_named(workspace_.units, text);
  std::vector<std::string_view> names{trim(text)};
  const auto parts = parts_of(text, "、，,；;");
  if (parts.size() > 1) names.insert(names.end(), parts.begin(), parts.end());
  for (std::string_view name : names) {
    if (out.generic.empty() && workspace_.vocabulary.is_generic(Symbol::of(name)))
      out.generic = name;
    if (const Unit* unit = workspace_.units.by_name(name)) out.units.push_back(unit);
  }
  return out;
}

const PublisherMeaning& RuleContext::publisher(Symbol text) const {
  return publishers_.get(text, [&](std::string_view view) { return publisher_meaning(view); });
}

const std::vector<std::string>& RuleContext::element_forms(Symbol text) const {
  return elements_.get(text, [](std::string_view view) {
    std::vector<std::string> out{comparison_form(view)};
    const auto parts = parts_of(view, "、，,；;");
    if (parts.size() > 1) {
      for (std::string_view part : parts) out.push_back(comparison_form(part));
    }
    return out;
  });
}

const std::vector<CitedDocument>& RuleContext::cited(Symbol entry) const {
  return cited_.get(entry, [&](std::string_view) { return cited_documents(workspace_, entry); });
}

const TwinPart& RuleContext::twin_part(Symbol text) const {
  return twins_.get(text,
                    [&](std::string_view view) { return split_twin(workspace_.vocabulary, view); });
}

const TextSlips& RuleContext::slips(WordList list, Symbol text) const {
  const Vocabulary& vocabulary = workspace_.vocabulary;
  if (list == WordList::Misprints) {
    return misprints_.get(text,
                          [&](std::string_view view) { return misprint_slips(vocabulary, view); });
  }
  const SymbolMemo<TextSlips>& memo = list == WordList::Repeats ? repeats_ : placeholders_;
  return memo.get(text, [&](std::string_view view) { return word_slips(vocabulary, list, view); });
}

const DeadlineComparison& RuleContext::comparison(Symbol own, Symbol demanded) const {
  const uint64_t key = uint64_t{own.number()} << 32 | demanded.number();
  Comparisons& some = comparisons_[own.number() % comparisons_.size()];
  std::lock_guard lock(some.mutex);
  auto& made = some.made[key];
  if (!made) {
    made = std::make_unique<const DeadlineComparison>(
        compare(workspace_.deadline(own), workspace_.deadline(demanded), workspace_.calendar));
  }
  return *made;
}

}  // namespace catalog
