#pragma once

#include "rules/slip_texts.h"

namespace catalog {

/// Where words of a list of the vocabulary stand in a text. A word of Chinese characters alone
/// counts only as a part of its own, between signs or ends (待定, not 等待定价), and a word of
/// letters only where no further letter stands beside it.
TextSlips word_slips(const Vocabulary& vocabulary, WordList list, std::string_view text);

/// Where misprints of the vocabulary stand in a text, with the right spelling.
TextSlips misprint_slips(const Vocabulary& vocabulary, std::string_view text);

}  // namespace catalog
