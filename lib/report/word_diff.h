#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace catalog {

/// A piece of two texts beside each other.
struct WordPiece {
  enum class Kind : unsigned char { Same, Gone, Come } kind;
  std::string text;
};

/// Two texts in the pieces that they share and those that one has alone; a number or a word of
/// letters counts as one, of Chinese each character. Long texts are compared by what they begin
/// and end with.
std::vector<WordPiece> word_diff(std::string_view before, std::string_view after);

}  // namespace catalog
