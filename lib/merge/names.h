#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace catalog {

/// A name to be paired, in comparison form, and what breaks ties.
struct NameEntry {
  std::string_view form;
  std::string_view id;
};

/// Two names of two sides that belong together, by their place on each side.
struct NameMatch {
  uint32_t left;
  uint32_t right;
  double score;  ///< 0 to 1
};

/// Pairs names one to one: equal ones first, then the most alike, down to `least`. The outcome
/// depends on the names alone, not on their order; the time grows with their number, as only names
/// that share rare pairs of characters are compared.
std::vector<NameMatch> match_names(const std::vector<NameEntry>& left,
                                   const std::vector<NameEntry>& right, double least);

}  // namespace catalog
