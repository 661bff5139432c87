#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/vocabulary.h"

namespace catalog {

/// One part of a text that may name several words: 全社会、特定群体（申请人）.
struct WordPart {
  const VocabularyWord* word = nullptr;  ///< null where the vocabulary does not know it
  std::string text;                      ///< as written
  std::string note;                      ///< in the brackets behind it
};

/// The parts of a text between 、 ， ； and ; outside of brackets, each looked up in a list of the
/// vocabulary; a text that is one word as a whole stays whole.
std::vector<WordPart> word_parts(const Vocabulary& vocabulary, WordList list, Symbol text);

}  // namespace catalog
