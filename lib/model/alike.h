#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <tuple>
#include <vector>

namespace catalog {

/// Two members of two groups that were taken for the same by likeness.
struct AlikePair {
  size_t before;
  size_t after;
  double score;
};

/// Pairs members one to one, the most alike first, down to a threshold. Equal scores are settled by
/// the members' texts, so that order and direction make no difference. `score(i, j)` and
/// `text_before(i)`, `text_after(j)` are asked once a pair; more than `limit` pairs are not tried.
template <class Score, class TextBefore, class TextAfter>
std::vector<AlikePair> pair_alike(size_t before, size_t after, double threshold, Score&& score,
                                  TextBefore&& text_before, TextAfter&& text_after,
                                  size_t limit = 10'000) {
  std::vector<AlikePair> found;
  if (before == 0 || after == 0 || before > limit / after) return found;
  for (size_t i = 0; i < before; i++) {
    for (size_t j = 0; j < after; j++) {
      const double likeness = score(i, j);
      if (likeness >= threshold) found.push_back({i, j, likeness});
    }
  }
  const auto key = [&](const AlikePair& pair) {
    const std::string_view first = text_before(pair.before);
    const std::string_view second = text_after(pair.after);
    return std::tuple(-pair.score, std::min(first, second), std::max(first, second));
  };
  std::ranges::stable_sort(found, {}, key);
  std::vector<bool> used_before(before);
  std::vector<bool> used_after(after);
  std::erase_if(found, [&](const AlikePair& pair) {
    if (used_before[pair.before] || used_after[pair.after]) return true;
    used_before[pair.before] = used_after[pair.after] = true;
    return false;
  });
  return found;
}

}  // namespace catalog
