#include "diff/alike_pairs.h"

#include <algorithm>
#include <map>
#include <string>
#include <tuple>
#include <unordered_map>

#include "text/utf8.h"

namespace catalog {

namespace {

constexpr size_t kSmallGroup = 10'000;  ///< pairs that are all tried
constexpr size_t kVisits = 256;         ///< places of the index looked at for a name
constexpr size_t kCandidates = 32;      ///< names compared with each at most, from either side

using Places = std::vector<uint32_t>;
struct BothPlaces {
  Places before;
  Places after;
  size_t pairs() const { return before.size() * after.size(); }
};

void add_all(const BothPlaces& group, PlacePairs& out) {
  for (const uint32_t i : group.before) {
    for (const uint32_t j : group.after) out.emplace_back(i, j);
  }
}

/// Equal names: every pair, of very many each with the one of its place in the order of ids.
void add_equal(const PairKeys& before, const PairKeys& after, PlacePairs& out) {
  std::map<std::string_view, BothPlaces> by_form;
  for (uint32_t i = 0; i < before.size(); i++) by_form[before[i].form].before.push_back(i);
  for (uint32_t j = 0; j < after.size(); j++) by_form[after[j].form].after.push_back(j);
  for (auto& [form, group] : by_form) {
    if (group.pairs() <= kSmallGroup) {
      add_all(group, out);
      continue;
    }
    std::ranges::sort(group.before, {}, [&](uint32_t i) { return before[i].id; });
    std::ranges::sort(group.after, {}, [&](uint32_t j) { return after[j].id; });
    for (size_t k = 0; k < std::min(group.before.size(), group.after.size()); k++) {
      out.emplace_back(group.before[k], group.after[k]);
    }
  }
}

/// The pairs and triples of characters of a name, each once.
std::vector<uint64_t> grams_of(std::string_view form) {
  const std::u32string points = to_code_points(form);
  std::vector<uint64_t> out;
  for (size_t at = 0; at < points.size(); at++) {
    const uint64_t pair =
        uint64_t{points[at]} << 21 | (at + 1 < points.size() ? points[at + 1] : 0);
    if (at + 1 < points.size() || points.size() == 1) out.push_back(pair);
    if (at + 2 < points.size()) out.push_back(pair << 21 | points[at + 2]);
  }
  std::ranges::sort(out);
  out.erase(std::ranges::unique(out).begin(), out.end());
  return out;
}

/// One side's names by what they are made of.
class GramIndex {
 public:
  explicit GramIndex(const PairKeys& keys) : keys_(keys) {
    for (uint32_t i = 0; i < keys.size(); i++) order_.push_back(i);
    std::ranges::sort(order_, {}, [&](uint32_t i) { return keys[i]; });
    for (const uint32_t i : order_) {
      for (const uint64_t gram : grams_of(keys[i].form)) places_[gram].push_back(i);
    }
  }

  /// The names that share the most with this one, found by what is rare in it.
  Places nearest(std::string_view form) const {
    std::vector<std::pair<size_t, uint64_t>> rarest;
    for (const uint64_t gram : grams_of(form)) {
      if (const auto found = places_.find(gram); found != places_.end())
        rarest.emplace_back(found->second.size(), gram);
    }
    std::ranges::sort(rarest);
    std::unordered_map<uint32_t, uint32_t> shared;
    size_t visits = 0;
    for (const auto& [count, gram] : rarest) {
      if (visits > 0 && visits + count > kVisits) break;
      visits += count;
      const Places& places = places_.at(gram);
      for (size_t k = 0; k < std::min(count, kVisits); k++) shared[places[k]]++;
    }
    std::vector<std::pair<uint32_t, uint32_t>> best;
    for (const auto& [place, count] : shared) best.emplace_back(count, place);
    const auto order = [&](const auto& one) {
      return std::tuple(-int64_t{one.first}, keys_[one.second], one.second);
    };
    const size_t kept = std::min(best.size(), kCandidates);
    std::ranges::partial_sort(best, best.begin() + static_cast<std::ptrdiff_t>(kept), {}, order);
    Places out;
    for (size_t k = 0; k < kept; k++) out.push_back(best[k].second);
    return out;
  }

 private:
  const PairKeys& keys_;
  Places order_;
  std::unordered_map<uint64_t, Places> places_;
};

}  // namespace

std::vector<AlikeEdge> take_most_alike(std::vector<AlikeEdge> edges, const PairKeys& before,
                                       const PairKeys& after) {
  std::ranges::sort(edges, {}, [&](const AlikeEdge& edge) {
    const PairKey& a = before[edge.before];
    const PairKey& b = after[edge.after];
    return std::tuple(-edge.rank, std::min(a, b), std::max(a, b), a, edge.before, edge.after);
  });
  std::vector<bool> used_before(before.size());
  std::vector<bool> used_after(after.size());
  std::erase_if(edges, [&](const AlikeEdge& edge) {
    if (used_before[edge.before] || used_after[edge.after]) return true;
    used_before[edge.before] = used_after[edge.after] = true;
    return false;
  });
  return edges;
}

PlacePairs pairs_worth_comparing(const PairKeys& before, const PairKeys& after) {
  PlacePairs out;
  if (before.empty() || after.empty()) return out;
  add_equal(before, after, out);
  const GramIndex index_before(before);
  const GramIndex index_after(after);
  for (uint32_t i = 0; i < before.size(); i++) {
    for (const uint32_t j : index_after.nearest(before[i].form)) out.emplace_back(i, j);
  }
  for (uint32_t j = 0; j < after.size(); j++) {
    for (const uint32_t i : index_before.nearest(after[j].form)) out.emplace_back(i, j);
  }
  std::ranges::sort(out);
  out.erase(std::ranges::unique(out).begin(), out.end());
  return out;
}

PlacePairs pairs_within(const PairKeys& before, const PairKeys& after) {
  if (before.size() * after.size() > kSmallGroup) return pairs_worth_comparing(before, after);
  PlacePairs out;
  for (uint32_t i = 0; i < before.size(); i++) {
    for (uint32_t j = 0; j < after.size(); j++) out.emplace_back(i, j);
  }
  return out;
}

}  // namespace catalog
