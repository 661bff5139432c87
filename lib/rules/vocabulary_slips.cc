#include "rules/vocabulary_slips.h"

#include <algorithm>

#include "text/utf8.h"

namespace catalog {

namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool is_all_han(std::string_view word) {
  return std::ranges::all_of(placed_characters(word),
                             [](const PlacedCharacter& c) { return is_han(c.value); });
}

bool han_before(std::string_view text, size_t at) {
  if (at == 0) return false;
  size_t begin = at - 1;
  while (begin > 0 && (static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80) begin--;
  return is_han(decode_utf8(text, begin).value);
}
bool han_at(std::string_view text, size_t at) {
  return at < text.size() && is_han(decode_utf8(text, at).value);
}

/// Whether the word found at [at, end) is no part of a longer one.
bool stands_alone(std::string_view text, std::string_view word, size_t at) {
  const size_t end = at + word.size();
  if (is_all_han(word)) return !han_before(text, at) && !han_at(text, end);
  if (is_letter(word.front()) && at > 0 && is_letter(text[at - 1])) return false;
  return !(is_letter(word.back()) && end < text.size() && is_letter(text[end]));
}

/// Calls f(at) for each place of a word, none overlapping.
template <class F>
void each_place(std::string_view text, std::string_view word, F&& f) {
  if (word.empty()) return;
  for (size_t at = text.find(word); at != text.npos; at = text.find(word, at + word.size())) f(at);
}

Span span_at(size_t at, std::string_view word) {
  return {static_cast<uint32_t>(at), static_cast<uint32_t>(at + word.size())};
}

}  // namespace

TextSlips word_slips(const Vocabulary& vocabulary, WordList list, std::string_view text) {
  TextSlips out;
  const auto look_for = [&](std::string_view word) {
    each_place(text, word, [&](size_t at) {
      if (stands_alone(text, word, at)) out.push_back({span_at(at, word), {}});
    });
  };
  for (const VocabularyWord& word : vocabulary.words(list)) {
    look_for(word.name.view());
    for (const Text& alias : word.aliases) look_for(alias.view());
  }
  return out;
}

TextSlips misprint_slips(const Vocabulary& vocabulary, std::string_view text) {
  TextSlips out;
  for (const VocabularyWord& word : vocabulary.words(WordList::Misprints)) {
    for (const Text& alias : word.aliases) {
      each_place(text, alias.view(), [&](size_t at) {
        out.push_back({span_at(at, alias.view()), std::string(word.name.view())});
      });
    }
  }
  return out;
}

}  // namespace catalog
