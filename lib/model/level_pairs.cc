#include "model/level_pairs.h"

namespace catalog {

namespace {

using Words = std::vector<std::string_view>;

bool contains(const Words& words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

void add_missing(Words& to, const Words& from) {
  for (const std::string_view word : from) {
    if (!contains(to, word)) to.push_back(word);
  }
}

Words without(const Words& words, const Words& others) {
  Words out;
  for (const std::string_view word : words) {
    if (!contains(others, word)) out.push_back(word);
  }
  return out;
}

}  // namespace

std::string_view level_word(const Vocabulary& vocabulary, Symbol level) {
  const auto known = vocabulary.level(level);
  return known ? vocabulary.level_name(*known) : level.view();
}

Words level_words(const Vocabulary& vocabulary, const Texts& levels) {
  Words out;
  for (const Text& level : levels) add_missing(out, {level_word(vocabulary, level.value)});
  return out;
}

SharedLevels shared_levels(const ItemPair& items, Words named_before, Words named_after) {
  Words before = level_words(items.knowledge.vocabulary, items.before.levels);
  Words after = level_words(items.knowledge.vocabulary, items.after.levels);
  const bool before_open = before.empty();
  const bool after_open = after.empty();
  add_missing(before, named_before);
  add_missing(after, named_after);
  if (before_open) add_missing(before, after);
  if (after_open) add_missing(after, before);
  SharedLevels out;
  out.only_before = without(before, after);
  out.only_after = without(after, before);
  out.both = without(before, out.only_before);
  return out;
}

}  // namespace catalog
