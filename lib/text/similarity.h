#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace catalog {

/// Likeness of two texts from 0 to 1 by longest common subsequence of code points: 2·LCS /
/// (|a|+|b|). Give comparison forms.
double similarity(std::string_view a, std::string_view b);
/// The same of texts decoded once, for comparing each with many.
double similarity(std::u32string_view a, std::u32string_view b);

/// Optimal string alignment distance in code points, at most `limit` (then limit + 1): for «did you
/// mean».
size_t edit_distance(std::string_view a, std::string_view b, size_t limit);

/// The candidate nearest to `word`, if near enough to be meant (a third of the length, at least 1,
/// at most 3 edits).
std::optional<std::string_view> did_you_mean(std::string_view word,
                                             std::span<const std::string_view> candidates);

}  // namespace catalog
