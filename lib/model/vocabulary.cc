#include "model/vocabulary.h"

#include "text/normal.h"

namespace catalog {

namespace {

constexpr std::array<std::string_view, 14> kListKeys{
    "levels",       "channels", "audiences", "modes", "extents", "marks",       "generic",
    "placeholders", "repeats",  "misprints", "twins", "fillers", "collectives", "synonyms"};

/// 其他（…）: the word before the first bracket and what stands inside the brackets that end the
/// text.
struct Bracketed {
  std::string_view word;
  std::string_view note;
};

std::optional<Bracketed> split_note(std::string_view text) {
  for (const auto& [open, close] :
       {std::pair<std::string_view, std::string_view>{"（", "）"}, {"(", ")"}}) {
    const size_t at = text.find(open);
    if (at == text.npos || at == 0 || !text.ends_with(close)) continue;
    const size_t from = at + open.size();
    return Bracketed{trim(text.substr(0, at)),
                     text.substr(from, text.size() - close.size() - from)};
  }
  return std::nullopt;
}

}  // namespace

std::optional<WordList> word_list(std::string_view key) {
  for (size_t i = 0; i < kListKeys.size(); i++) {
    if (kListKeys[i] == key) return static_cast<WordList>(i);
  }
  return std::nullopt;
}

std::string_view level_id(Level level) {
  constexpr std::array<std::string_view, 3> ids{"city", "district", "street"};
  return ids[static_cast<size_t>(level)];
}

Vocabulary::Vocabulary(VocabularyFile file)
    : file_(std::make_unique<const VocabularyFile>(std::move(file))) {
  for (size_t list = 0; list < indexes_.size(); list++) {
    indexes_[list] = std::make_unique<Index>();
    auto& forms = indexes_[list]->by_form;
    for (const VocabularyWord& word : words(static_cast<WordList>(list))) {
      forms.emplace(comparison_form(word.name.view()), &word);
      if (!word.english.empty()) forms.emplace(comparison_form(word.english.view()), &word);
      for (const Text& alias : word.aliases) forms.emplace(comparison_form(alias.view()), &word);
    }
  }
}

const std::vector<VocabularyWord>& Vocabulary::words(WordList list) const {
  switch (list) {
    case WordList::Levels:
      return file_->levels;
    case WordList::Channels:
      return file_->channels;
    case WordList::Audiences:
      return file_->audiences;
    case WordList::Modes:
      return file_->modes;
    case WordList::Extents:
      return file_->extents;
    case WordList::Marks:
      return file_->marks;
    case WordList::Placeholders:
      return file_->placeholders;
    case WordList::Repeats:
      return file_->repeats;
    case WordList::Misprints:
      return file_->misprints;
    case WordList::Twins:
      return file_->twins;
    case WordList::Fillers:
      return file_->fillers;
    case WordList::Collectives:
      return file_->collectives;
    case WordList::Synonyms:
      return file_->synonyms;
    case WordList::Generic:
      break;
  }
  return file_->generic;
}

WordUse Vocabulary::look_up(const Index& index, std::string_view text) const {
  if (const auto found = index.by_form.find(comparison_form(text)); found != index.by_form.end()) {
    return {found->second, {}, found->second->name.view() == text};
  }
  if (const auto parts = split_note(text)) {
    const auto found = index.by_form.find(comparison_form(parts->word));
    if (found != index.by_form.end()) {
      return {found->second, std::string(parts->note), found->second->name.view() == parts->word};
    }
  }
  return {};
}

const WordUse& Vocabulary::find(WordList list, Symbol text) const {
  const Index& index = *indexes_[static_cast<size_t>(list)];
  return index.uses.get(text, [&](std::string_view view) { return look_up(index, view); });
}

const VocabularyWord* Vocabulary::by_id(WordList list, std::string_view id) const {
  for (const VocabularyWord& word : words(list)) {
    if (word.id.view() == id) return &word;
  }
  return nullptr;
}

std::optional<Level> Vocabulary::level(Symbol text) const {
  const WordUse& use = find(WordList::Levels, text);
  if (!use) return std::nullopt;
  for (Level level : kLevels) {
    if (use.word->id.view() == level_id(level)) return level;
  }
  return std::nullopt;
}

LevelSet Vocabulary::levels(const Texts& texts) const {
  LevelSet set;
  for (const Text& text : texts) {
    if (const auto found = level(text.value)) set.add(*found);
  }
  return set;
}

std::string_view Vocabulary::level_name(Level level) const {
  const VocabularyWord* word = by_id(WordList::Levels, level_id(level));
  return word ? word->name.view() : level_id(level);
}

}  // namespace catalog
