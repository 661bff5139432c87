#include "merge/meaning.h"

#include <algorithm>

#include "model/deadline_compare.h"
#include "model/stricter_value.h"
#include "text/normal.h"

namespace catalog {

namespace {

/// Contents of which every byte counts.
bool is_exact(Content content) {
  switch (content) {
    case Content::Id:
    case Content::Slug:
    case Content::Reference:
    case Content::UnitCode:
    case Content::Version:
    case Content::Number:
    case Content::Url:
    case Content::Path:
    case Content::RuleName:
    case Content::FieldKey:
      return true;
    default:
      return false;
  }
}

std::string document_key(const LegalRegister& legal, const LegalReference& reference) {
  const LegalLookup found = legal.find(reference);
  const bool one = found.match == LegalMatch::Exact || found.match == LegalMatch::ByTitle;
  std::string key;
  if (one && found.documents.size() == 1) {
    key = "#" + std::to_string(found.documents.front());
  } else {
    key = comparison_form(reference.title) + "|" + reference.normal_number;
  }
  return key + "|" + comparison_form(reference.article) + (reference.derived ? "|+" : "");
}

}  // namespace

Symbol MergeMeanings::citation_key(Symbol entry) const {
  const auto known = citations_.find(entry);
  if (known != citations_.end()) return known->second;
  const LegalBasis& basis = basis_of(entry);
  std::string key = comparison_form(entry.view());
  if (basis.understood() && !basis.and_others) {
    std::vector<std::string> documents;
    for (const LegalReference& reference : basis.references)
      documents.push_back(document_key(workspace_.legal, reference));
    std::ranges::sort(documents);
    key = "citation";
    for (const std::string& document : documents) key += "\n" + document;
  }
  return citations_.emplace(entry, Symbol::of(key)).first->second;
}

Symbol MergeMeanings::key(const FieldInfo& field, Symbol text) const {
  if (text.empty() || is_exact(field.content)) return text;
  if (field.content == Content::Citation) return citation_key(text);
  if (field.content == Content::Words) {
    const auto index = field.words->index(text.view());
    return index ? Symbol::of(field.words->words[*index].en) : text;
  }
  if (field.content == Content::Vocabulary) {
    if (const auto list = word_list(field.vocabulary)) {
      const WordUse& use = workspace_.vocabulary.find(*list, text);
      if (use && use.note.empty()) return use.word->name.value;
      if (use) {
        return Symbol::of(std::string(use.word->name.view()) + "|" + comparison_form(use.note));
      }
    }
  }
  const auto known = forms_.find(text);
  if (known != forms_.end()) return known->second;
  return forms_.emplace(text, Symbol::of(workspace_.form(text))).first->second;
}

bool MergeMeanings::same(const FieldInfo& field, Symbol a, Symbol b) const {
  if (a == b) return true;
  if (a.empty() || b.empty()) return false;
  if (key(field, a) == key(field, b)) return true;
  if (field.content != Content::Deadline) return false;
  const Deadline &first = deadline_of(a), &second = deadline_of(b);
  return first.understood() && second.understood() &&
         same_meaning(first, second, workspace_.calendar);
}

Symbol MergeMeanings::level_key(Symbol word) const {
  const WordUse& use = workspace_.vocabulary.find(WordList::Levels, word);
  return use ? use.word->name.value : word;
}

std::optional<Symbol> MergeMeanings::stricter(const FieldInfo& field, Symbol a, Symbol b,
                                              const Item& first, const Item& second) const {
  const bool ordered = field.compare != Compare::None && field.compare != Compare::Editorial;
  if (a.empty() || b.empty() || !ordered) return std::nullopt;
  const Knowledge words{workspace_.vocabulary, workspace_.calendar, workspace_.legal};
  const auto taken =
      catalog::stricter(field, Text{a, {}}, Text{b, {}}, ItemPair{first, second, words});
  return taken ? std::optional(taken->value) : std::nullopt;
}

}  // namespace catalog
