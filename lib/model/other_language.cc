#include "model/other_language.h"

#include <algorithm>

#include "model/kinds.h"

namespace catalog {

namespace {

std::string_view name_in(const VocabularyWord& word, Lang lang) {
  return lang == Lang::Zh ? word.name.view() : word.english.view();
}

/// The name in a language of the word whose name this is in either, if that leads back to the word.
std::string_view other_name(const std::vector<VocabularyWord>& words, std::string_view name,
                            Lang lang) {
  const Lang from = lang == Lang::Zh ? Lang::En : Lang::Zh;
  if (!name.empty() && std::ranges::find(words, name, [&](const VocabularyWord& word) {
                         return name_in(word, lang);
                       }) != words.end())
    return name;  // it is in that language already
  const auto found = std::ranges::find(
      words, name, [&](const VocabularyWord& word) { return name_in(word, from); });
  if (found == words.end() || name.empty()) return {};
  const std::string_view out = name_in(*found, lang);
  const auto back = std::ranges::find(
      words, out, [&](const VocabularyWord& word) { return name_in(word, lang); });
  return back == found ? out : std::string_view();
}

/// `其他（…）`: the word before the bracket changes, the rest stays.
std::string vocabulary_word(WordList list, std::string_view value, const OtherLanguage& other) {
  if (!other.vocabulary) return {};
  const auto& words = other.vocabulary->words(list);
  if (const auto name = other_name(words, value, other.lang); !name.empty())
    return std::string(name);
  for (const std::string_view bracket : {"（", "("}) {
    const size_t at = value.find(bracket);
    if (at == value.npos || at == 0) continue;
    const std::string_view word = value.substr(0, value.find_last_not_of(' ', at - 1) + 1);
    if (const auto name = other_name(words, word, other.lang); !name.empty())
      return std::string(name) + std::string(value.substr(word.size()));
  }
  return {};
}

}  // namespace

std::string in_other_language(const FieldInfo& field, const RecordInfo& owner,
                              std::string_view value, const OtherLanguage& other) {
  std::string_view out;
  switch (field.content) {
    case Content::Kind:
      if (const auto kind = kind_of_word(value)) out = kind_info(*kind).word.in(other.lang);
      break;
    case Content::Words:
      if (const auto index = field.words->index(value))
        out = field.words->words[*index].in(other.lang);
      break;
    case Content::FieldKey:
      if (const auto found = owner.find(value)) out = owner.fields[found->index].key.in(other.lang);
      break;
    case Content::Vocabulary:
      if (const auto list = word_list(field.vocabulary))
        return vocabulary_word(*list, value, other);
      break;
    default:
      break;
  }
  return std::string(out);
}

std::string level_in_other_language(std::string_view value, const OtherLanguage& other) {
  return vocabulary_word(WordList::Levels, value, other);
}

}  // namespace catalog
