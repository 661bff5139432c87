#include "rules/domain_names.h"

#include <array>
#include <unordered_map>

#include "text/normal.h"
#include "text/utf8.h"

namespace catalog {

namespace {

std::string digits_of(std::string_view form) {
  std::string out;
  bool inside = false;
  for (const char c : form) {
    const bool digit = c >= '0' && c <= '9';
    if (digit && !inside && !out.empty()) out += ' ';
    if (digit) out += c;
    inside = digit;
  }
  return out;
}

/// The fillers of the vocabulary in comparison form.
std::vector<std::string> fillers_of(const Vocabulary& vocabulary) {
  std::vector<std::string> out;
  for (const VocabularyWord& word : vocabulary.words(WordList::Fillers)) {
    out.push_back(comparison_form(word.name.view()));
    for (const Text& alias : word.aliases) out.push_back(comparison_form(alias.view()));
  }
  return out;
}

std::string without(std::string text, const std::vector<std::string>& words) {
  for (const std::string& word : words) {
    for (size_t at = 0; !word.empty() && (at = text.find(word, at)) != text.npos;)
      text.erase(at, word.size());
  }
  return text;
}

DomainName make_name(const RuleContext& context, const Item& item,
                     const std::vector<std::string>& fillers) {
  DomainName out;
  std::string form;
  for (const Text* part : {&item.category, &item.topic, &item.subtopic, &item.detail}) {
    if (part->empty()) continue;
    const TwinPart& twin = context.twin_part(part->value);
    if (!form.empty()) form += '/';
    form += context.workspace().form(part->value);
    if (!out.twin_base.empty()) out.twin_base += '/';
    out.twin_base += twin.rest;
  }
  out.form = to_code_points(form);
  out.digits = digits_of(form);
  out.essential = without(form, fillers);
  return out;
}

/// The texts of a name, as numbers: equal names are found without comparing letters.
struct NameKey {
  std::array<Symbol, 4> parts;
  friend bool operator==(const NameKey&, const NameKey&) = default;
};
struct NameHash {
  size_t operator()(const NameKey& key) const {
    size_t out = 0;
    for (const Symbol part : key.parts)
      out = (out ^ part.number()) * 0x9E3779B97F4A7C15ull + (out >> 29);
    return out;
  }
};

}  // namespace

std::vector<CatalogueItems> catalogues_of(const DomainView& view) {
  std::vector<CatalogueItems> out;
  for (const List* list : view.lists) out.push_back({list, list, nullptr});
  for (const Standard* standard : view.standards) out.push_back({standard, nullptr, standard});
  return out;
}

std::vector<DomainName> domain_names(const RuleContext& context,
                                     const std::vector<CatalogueItems>& catalogues) {
  std::vector<DomainName> out;
  std::unordered_map<NameKey, size_t, NameHash> known;
  const auto fillers = fillers_of(context.workspace().vocabulary);
  for (uint32_t c = 0; c < catalogues.size(); c++) {
    for (uint32_t i = 0; i < catalogues[c].size(); i++) {
      const Item& item = catalogues[c].item(i);
      if (item.topic.empty()) continue;
      const NameKey key{
          {item.category.value, item.topic.value, item.subtopic.value, item.detail.value}};
      const auto [at, fresh] = known.try_emplace(key, out.size());
      if (fresh) out.push_back(make_name(context, item, fillers));
      out[at->second].items.push_back({c, i});
    }
  }
  return out;
}

}  // namespace catalog
