#include "model/words.h"

namespace catalog {

std::optional<size_t> WordSet::index(std::string_view word) const {
  for (size_t i = 0; i < words.size(); i++) {
    if (words[i].zh == word || words[i].en == word) return i;
  }
  return std::nullopt;
}

}  // namespace catalog
