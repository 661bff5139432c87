#pragma once

#include <expected>
#include <set>
#include <string>
#include <vector>

#include "model/vocabulary.h"
#include "source/file_system.h"

namespace catalog {

/// A word whose characters are not read as they usually are: 银行 yin hang.
struct ReadWord {
  std::string word;
  std::vector<std::string> syllables;  ///< one a character
};

/// Reads pinyin.txt: a word and its syllables a line, `#` begins a comment. A line that is none of
/// these is an error that names it.
std::expected<std::vector<ReadWord>, IoError> read_pinyin_words(FileSystem& files,
                                                                const std::string& path);

/// The parts of the search page's script that words need: `"chars"`, `"words"`, `"traditional"`
/// and `"synonyms"` as members of an object, for texts of these characters.
std::string search_words(const std::set<char32_t>& all, std::set<char32_t> read,
                         const std::vector<ReadWord>& words, const Vocabulary& vocabulary);

}  // namespace catalog
