#include "diff/pairing.h"

#include <algorithm>
#include <optional>
#include <unordered_map>

#include "diff/pairing_side.h"
#include "diff/pieces.h"

namespace catalog {

namespace {

constexpr double kWithinRow = 0.5;    ///< names, or elements, on one row that are alike enough
constexpr double kByName = 0.8;       ///< names alone
constexpr double kSameIdAtAll = 0.3;  ///< names of one id below this need another sign

using Indices = std::vector<size_t>;

/// Items of both sides that have something in common, by their places.
struct Group {
  Indices before;
  Indices after;
};

PairKeys keys_of(const PairingSide& side, const Indices& items) {
  PairKeys out;
  for (const size_t i : items) out.push_back(side.key(i));
  return out;
}

bool has_same_name(const Item& a, const Item& b) {
  return a.topic.value == b.topic.value && a.subtopic.value == b.subtopic.value &&
         a.detail.value == b.detail.value;
}

class Pairer {
 public:
  Pairer(const CatalogueVersion& before, const CatalogueVersion& after)
      : before_(before), after_(after), same_kind_(before.kind == after.kind) {}

  std::vector<ItemLink> run() {
    if (same_kind_) by_id();
    by_provenance();
    by_row();
    by_name();
    add_pieces(before_, after_, links_);
    return std::move(links_);
  }

 private:
  void link(size_t i, size_t j, LinkedBy by, double score) {
    before_.close(i);
    after_.close(j);
    links_.push_back({{i}, {j}, by, score});
  }

  double likeness(size_t i, size_t j) const { return name_likeness(before_, i, after_, j); }

  struct Likeness {
    double rank;
    double score;
  };
  using Verdict = std::optional<Likeness>;

  /// Links the most alike of these pairs; `judge(i, j)` says how alike two are and in what order
  /// they come, or that they don't belong together.
  template <class Judge>
  void link_most_alike(PlacePairs pairs, LinkedBy by, Judge&& judge) {
    std::ranges::sort(pairs);
    pairs.erase(std::ranges::unique(pairs).begin(), pairs.end());
    std::vector<AlikeEdge> edges;
    for (const auto& [i, j] : pairs) {
      if (!before_.is_open(i) || !after_.is_open(j)) continue;
      if (const Verdict found = judge(i, j)) edges.push_back({i, j, found->rank, found->score});
    }
    if (edges.empty()) return;
    PairKeys keys_before(before_.size());
    PairKeys keys_after(after_.size());
    for (const AlikeEdge& edge : edges) {
      keys_before[edge.before] = before_.key(edge.before);
      keys_after[edge.after] = after_.key(edge.after);
    }
    for (const AlikeEdge& edge : take_most_alike(std::move(edges), keys_before, keys_after)) {
      link(edge.before, edge.after, by, edge.score);
    }
  }

  /// What comes first among pairs: names and elements both count.
  double rank(size_t i, size_t j) const {
    return likeness(i, j) + element_likeness(before_.item(i), after_.item(j));
  }

  /// Whether nothing but the id joins two items: other rows, other names, no element in common.
  bool is_other_item(size_t i, size_t j) const {
    const Item& a = before_.item(i);
    const Item& b = after_.item(j);
    return !has_same_name(a, b) && !share_row(before_, i, after_, j) &&
           likeness(i, j) < kSameIdAtAll && element_likeness(a, b) == 0;
  }

  void by_id() {
    std::unordered_map<Symbol, Group> groups;
    for (size_t i = 0; i < before_.size(); i++) {
      if (!before_.item(i).id.empty()) groups[before_.item(i).id.value].before.push_back(i);
    }
    for (size_t j = 0; j < after_.size(); j++) {
      const auto found = groups.find(after_.item(j).id.value);
      if (found != groups.end()) found->second.after.push_back(j);
    }
    PlacePairs doubled;
    for (const auto& [id, group] : groups) {
      if (group.before.size() > 1 || group.after.size() > 1) {
        add_pairs(group, pairs_within, doubled);
      } else if (!group.after.empty() && !is_other_item(group.before[0], group.after[0])) {
        link(group.before[0], group.after[0], LinkedBy::Id, 1);
      }
    }
    link_most_alike(std::move(doubled), LinkedBy::Id, [&](size_t i, size_t j) -> Verdict {
      if (is_other_item(i, j)) return {};
      return Likeness{rank(i, j), 1};
    });
  }

  /// The pairs of a group that are worth comparing, by their places in the sides.
  void add_pairs(const Group& group, PlacePairs (*candidates)(const PairKeys&, const PairKeys&),
                 PlacePairs& out) const {
    for (const auto& [i, j] :
         candidates(keys_of(before_, group.before), keys_of(after_, group.after))) {
      out.emplace_back(group.before[i], group.after[j]);
    }
  }

  /// A standard's item names the list items that it was merged from.
  void by_provenance() {
    const bool standard_before = before_.catalogue().kind == Kind::Standard;
    const PairingSide& standard = standard_before ? before_ : after_;
    const PairingSide& list = standard_before ? after_ : before_;
    if (standard.catalogue().kind != Kind::Standard || list.catalogue().kind != Kind::List) return;
    std::unordered_map<std::string, size_t> places;
    for (size_t j = 0; j < list.size(); j++) {
      places.emplace(list.catalogue().item_address(list.item(j)), j);
    }
    PlacePairs pairs;
    for (size_t i = 0; i < standard.size(); i++) {
      for (const Text& was : static_cast<const StandardItem&>(standard.item(i)).was) {
        const auto source = places.find(std::string(was.view()));
        if (source == places.end()) continue;
        standard_before ? pairs.emplace_back(i, source->second)
                        : pairs.emplace_back(source->second, i);
      }
    }
    link_most_alike(std::move(pairs), LinkedBy::Provenance, [&](size_t i, size_t j) -> Verdict {
      return Likeness{rank(i, j), likeness(i, j)};
    });
  }

  /// On one row those whose names or elements are alike. A guideline's row is what every item on it
  /// implements, whatever it is called.
  void by_row() {
    std::unordered_map<Symbol, Group> rows;
    for (const size_t i : before_.still_open()) {
      for (const Symbol row : before_.rows(i)) rows[row].before.push_back(i);
    }
    for (const size_t j : after_.still_open()) {
      for (const Symbol row : after_.rows(j)) {
        if (const auto found = rows.find(row); found != rows.end())
          found->second.after.push_back(j);
      }
    }
    PlacePairs pairs;
    for (const auto& [row, group] : rows) {
      if (!group.after.empty()) add_pairs(group, pairs_within, pairs);
    }
    link_most_alike(std::move(pairs), LinkedBy::Guideline, [&](size_t i, size_t j) -> Verdict {
      const double score =
          std::max(likeness(i, j), element_likeness(before_.item(i), after_.item(j)));
      if (same_kind_ && score < kWithinRow) return {};
      return Likeness{rank(i, j), score};
    });
  }

  /// By name alone only where one of the two names no row: those on a row in common have been
  /// tried, and two rows are two items.
  void by_name() {
    PlacePairs pairs;
    add_pairs({before_.still_open(), after_.still_open()}, pairs_worth_comparing, pairs);
    link_most_alike(std::move(pairs), LinkedBy::Name, [&](size_t i, size_t j) -> Verdict {
      if (!before_.rows(i).empty() && !after_.rows(j).empty()) return {};
      const double score = likeness(i, j);
      if (score < kByName) return {};
      return Likeness{rank(i, j), score};
    });
  }

  PairingSide before_;
  PairingSide after_;
  bool same_kind_;
  std::vector<ItemLink> links_;
};

}  // namespace

std::vector<ItemLink> pair_versions(const CatalogueVersion& before, const CatalogueVersion& after) {
  return Pairer(before, after).run();
}

}  // namespace catalog
