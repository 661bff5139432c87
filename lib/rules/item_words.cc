#include "rules/item_words.h"

#include "text/similarity.h"

namespace catalog {

std::optional<std::string_view> similar_word(const Vocabulary& vocabulary, WordList list,
                                             std::string_view text) {
  std::vector<std::string_view> spellings;
  std::vector<const VocabularyWord*> owners;
  for (const VocabularyWord& word : vocabulary.words(list)) {
    const auto add = [&](const Text& spelling) {
      spellings.push_back(spelling.view());
      owners.push_back(&word);
    };
    add(word.name);
    if (!word.english.empty()) add(word.english);
    for (const Text& alias : word.aliases) add(alias);
  }
  const auto meant = did_you_mean(text, spellings);
  if (!meant) return std::nullopt;
  for (size_t i = 0; i < spellings.size(); i++) {
    if (spellings[i] == *meant) return owners[i]->name.view();
  }
  return std::nullopt;
}

Phrase words_of(const Vocabulary& vocabulary, WordList list) {
  std::string zh, en;
  for (const VocabularyWord& word : vocabulary.words(list)) {
    if (!zh.empty()) {
      zh += "、";
      en += ", ";
    }
    zh += word.name.view();
    en += word.name.view();
  }
  return {zh, en};
}

}  // namespace catalog
