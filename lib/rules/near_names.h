#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace catalog {

/// Two names that are nearly the same; `first` < `second`.
struct NearPair {
  uint32_t first;
  uint32_t second;
  double score;  ///< as similarity() has it
};

/// What was looked at to find near names: grows in step with the number of names.
struct NearSteps {
  uint64_t candidates = 0;
};

/// The pairs of different names (comparison forms) that are alike by at least `least`, found by an
/// index of their rarest pairs of characters, never by comparing each with each. A pair of
/// characters that more than 32 names share is passed over, so that the work grows with the number
/// of names alone; near names whose characters are all that common are not found.
std::vector<NearPair> near_names(std::span<const std::u32string> names, double least,
                                 NearSteps* steps = nullptr);

}  // namespace catalog
