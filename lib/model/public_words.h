#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/vocabulary.h"

namespace catalog {

/// The place of a mode in the vocabulary, if it is a word of it; of several (主动、依申请: for
/// parts of the content) that of the narrowest.
std::optional<size_t> mode_rank(const Vocabulary& vocabulary, Symbol mode);

/// What 公开对象 says: both may be named, as in 全社会、特定群体（申请人）.
struct AudienceMeaning {
  bool everyone = false;
  bool group = false;
  std::vector<std::string> groups;   ///< whom, as written in brackets
  std::vector<std::string> unknown;  ///< parts that are no words of the vocabulary
};
AudienceMeaning audience_meaning(const Vocabulary& vocabulary, std::string_view text);

/// The parts of a text that 、，,；; or a slash divide, brackets left whole, each trimmed.
std::vector<std::string_view> parts_of(std::string_view text, std::string_view dividers);

}  // namespace catalog
