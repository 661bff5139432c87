#pragma once

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/documents.h"
#include "text/symbol_memo.h"

namespace catalog {

/// The levels of disclosure, from the highest: 市级, 区级, 街镇级. Their words and aliases are
/// vocabulary data.
enum class Level : uint8_t { City, District, Street };
inline constexpr std::array<Level, 3> kLevels{Level::City, Level::District, Level::Street};

/// A set of levels.
class LevelSet {
 public:
  void add(Level level) { bits_ |= bit(level); }
  bool has(Level level) const { return bits_ & bit(level); }
  bool empty() const { return bits_ == 0; }
  friend bool operator==(LevelSet, LevelSet) = default;

 private:
  static uint8_t bit(Level level) {
    return static_cast<uint8_t>(1u << static_cast<unsigned>(level));
  }
  uint8_t bits_ = 0;
};

/// The lists of the vocabulary, by the keys of its file.
enum class WordList : uint8_t {
  Levels,
  Channels,
  Audiences,
  Modes,
  Extents,
  Marks,
  Generic,
  Placeholders,  ///< what stands for a text that is still to be written: XX, 待定
  Repeats,       ///< what stands for the row above: 同上
  Misprints,     ///< aliases are wrong spellings of the name
  Twins,         ///< what tells the two rows of one penalty apart: 基本信息, 处罚结果
  Fillers,       ///< words that tell no two names apart: 有关, 情况
  Collectives,  ///< what stands for all streets and towns of a district: 各街道办事处、镇人民政府
  Synonyms  ///< what people say for the words of catalogues: 低保 for 最低生活保障
};
/// The list of this key (`channels`), if there is one.
std::optional<WordList> word_list(std::string_view key);

/// What a text means in a list of the vocabulary: the word, and what stands in brackets behind it:
/// 特定群体（who）, 其他（…）.
struct WordUse {
  const VocabularyWord* word = nullptr;
  std::string note;
  bool exact = false;  ///< written in the standard spelling, not as an alias
  explicit operator bool() const { return word != nullptr; }
};

/// The words of the workspace, with their aliases. Texts compare by comparison form. Lookups of
/// symbols are remembered.
class Vocabulary {
 public:
  explicit Vocabulary(VocabularyFile file);
  Vocabulary() : Vocabulary(VocabularyFile{}) {}

  const WordUse& find(WordList list, Symbol text) const;
  const VocabularyWord* by_id(WordList list, std::string_view id) const;
  const std::vector<VocabularyWord>& words(WordList list) const;

  std::optional<Level> level(Symbol text) const;
  LevelSet levels(const Texts& texts) const;
  /// The standard word of a level, as 区级.
  std::string_view level_name(Level level) const;
  /// Whether the text is one of the generic words that are never demanded.
  bool is_generic(Symbol text) const { return static_cast<bool>(find(WordList::Generic, text)); }

 private:
  struct Index {
    std::unordered_map<std::string, const VocabularyWord*> by_form;
    SymbolMemo<WordUse> uses;
  };
  WordUse look_up(const Index& index, std::string_view text) const;

  std::unique_ptr<const VocabularyFile> file_;
  std::array<std::unique_ptr<Index>, 14> indexes_;
};

/// The English id of each level in the vocabulary: city, district, street.
std::string_view level_id(Level level);

}  // namespace catalog
