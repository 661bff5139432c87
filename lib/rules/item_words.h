#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "rules/row_demand.h"

namespace catalog {

/// A word of an item that must stand in the vocabulary.
struct ItemWord {
  WordList list;
  std::string_view field;
  const Text& text;
};

/// Calls f(ItemWord) for each word of an item that is not in the vocabulary; of 公开对象 the whole
/// text is given.
template <class F>
void each_unknown_word(const Vocabulary& vocabulary, const Item& item, F&& f) {
  const auto check = [&](WordList list, std::string_view field, const Text& text) {
    if (text.empty() || vocabulary.find(list, text.value) || vocabulary.words(list).empty()) return;
    if (list == WordList::Audiences && audience_meaning(vocabulary, text.view()).unknown.empty())
      return;
    if (list == WordList::Modes && mode_rank(vocabulary, text.value)) return;
    f(ItemWord{list, field, text});
  };
  for (const Text& level : item.levels) check(WordList::Levels, "levels", level);
  for (const auto& entry : item.channels) {
    for (const Text& channel : entry.value) check(WordList::Channels, "channels", channel);
  }
  check(WordList::Audiences, "audience", item.audience);
  check(WordList::Modes, "mode", item.mode);
  if (item.seldom.present()) check(WordList::Extents, "extent", item.seldom->extent);
  for (const Element& element : item.elements) {
    if (!element.own.present()) continue;
    check(WordList::Modes, "mode", element.own->mode);
    check(WordList::Extents, "extent", element.own->extent);
  }
}

/// The standard spelling of the word that was perhaps meant.
std::optional<std::string_view> similar_word(const Vocabulary& vocabulary, WordList list,
                                             std::string_view text);
/// The standard spellings of a list: 市级、区级、街镇级.
Phrase words_of(const Vocabulary& vocabulary, WordList list);

}  // namespace catalog
