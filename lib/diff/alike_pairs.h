#pragma once

#include <cstdint>
#include <functional>
#include <string_view>
#include <utility>
#include <vector>

namespace catalog {

/// What tells a member of a side apart: its name in comparison form, and its id.
struct PairKey {
  std::string_view form;
  std::string_view id;
  friend auto operator<=>(const PairKey&, const PairKey&) = default;
};
using PairKeys = std::vector<PairKey>;

/// Two members of two sides, by their places, that may belong together.
struct AlikeEdge {
  uint32_t before;
  uint32_t after;
  double rank;   ///< the higher is taken first
  double score;  ///< likeness, 0 to 1
};

/// Of all edges those that are taken: the highest first, each member once, equal ranks settled by
/// the members' keys. Neither order nor direction makes a difference; nor do members that are in no
/// pair, or pairs that are left out together.
std::vector<AlikeEdge> take_most_alike(std::vector<AlikeEdge> edges, const PairKeys& before,
                                       const PairKeys& after);

using PlacePairs = std::vector<std::pair<uint32_t, uint32_t>>;

/// The pairs of names that are worth comparing: equal ones, and of each name of either side those
/// that share the most with it, found by what is rare in it. Their number grows with that of the
/// names; the same if the sides are swapped.
PlacePairs pairs_worth_comparing(const PairKeys& before, const PairKeys& after);

/// All pairs of two small groups; of large ones those worth comparing.
PlacePairs pairs_within(const PairKeys& before, const PairKeys& after);

}  // namespace catalog
