#include "merge/pairing.h"

#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <unordered_map>
#include <unordered_set>

#include "merge/names.h"
#include "text/normal.h"
#include "text/similarity.h"
#include "workspace/parallel.h"

namespace catalog {

namespace {

constexpr double kWithinRow = 0.5;  ///< names on one row that are alike enough
constexpr double kByName = 0.8;     ///< names alone
constexpr double kPiece = 0.5;      ///< part of its elements that a piece has from the whole

using Indices = std::vector<uint32_t>;

/// One version's items with what pairing looks at.
struct Version {
  const SideItems* side = nullptr;
  Indices rows;    ///< the first row, or kNoRow
  Indices bucket;  ///< rows that items join are one bucket
  std::vector<bool> open;

  size_t size() const { return side->items.size(); }
  const Item& item(uint32_t i) const { return *side->items[i]; }
  NameEntry entry(uint32_t i) const { return {side->names[i], item(i).id.view()}; }
};

struct Link {
  uint32_t a, b;
  PairedBy by;
  double score;
};

/// The rows of the workspace's guidelines, numbered in their order, with those joined that one item
/// implements together.
class Rows {
 public:
  explicit Rows(const Workspace& workspace) : workspace_(workspace) {
    for (const Guideline& guideline : workspace.guidelines) {
      for (const Row& row : guideline.items)
        numbers_.emplace(&row, static_cast<uint32_t>(numbers_.size()));
    }
    parent_.resize(numbers_.size());
    std::iota(parent_.begin(), parent_.end(), 0u);
  }

  Indices of(const Item& item) const {
    Indices out;
    for (const Text& reference : item.guideline) {
      if (const Row* row = workspace_.row(reference.value)) out.push_back(numbers_.at(row));
    }
    std::ranges::sort(out);
    return out;
  }
  void join(const Indices& rows) {
    for (const uint32_t row : rows) parent_[root(row)] = root(rows.front());
  }
  uint32_t root(uint32_t row) {
    while (parent_[row] != row) row = parent_[row] = parent_[parent_[row]];
    return row;
  }

 private:
  const Workspace& workspace_;
  std::unordered_map<const Row*, uint32_t> numbers_;
  Indices parent_;
};

class Pairer {
 public:
  Pairer(const PairMerge& merge, const ItemSides& sides)
      : merge_(merge), standard_(sides.standard), rows_(merge.workspace) {
    const std::array versions{&base_, &department_, &district_};
    const std::array<const SideItems*, 3> items{&sides.base, &sides.department, &sides.district};
    std::array<std::vector<Indices>, 3> joined;
    parallel_for(versions.size(), merge.threads,
                 [&](size_t i, unsigned) { *versions[i] = version(*items[i], joined[i]); });
    for (const auto& version : joined) {
      for (const Indices& rows : version) rows_.join(rows);
    }
    for (Version* side : versions) {
      for (uint32_t i = 0; i < side->size(); i++)
        side->bucket.push_back(side->rows[i] == kNoRow ? kNoRow : rows_.root(side->rows[i]));
    }
  }

  std::vector<ItemMatch> run() {
    matches_.reserve(std::max({base_.size(), department_.size(), district_.size()}));
    for (uint32_t i = 0; i < base_.size(); i++) {
      matches_.push_back({.base = i, .row = base_.rows[i]});
    }
    follow(department_, merge_.department, &ItemMatch::department);
    follow(district_, merge_.district, &ItemMatch::district);
    for (const Link& link : links(department_, district_)) {
      ItemMatch match{.department = link.a, .district = link.b, .by = link.by};
      match.score = link.score;
      matches_.push_back(std::move(match));
      department_.open[link.a] = district_.open[link.b] = false;
    }
    split(department_, &ItemMatch::department, district_, &ItemMatch::district);
    split(district_, &ItemMatch::district, department_, &ItemMatch::department);
    alone(department_, &ItemMatch::department);
    alone(district_, &ItemMatch::district);
    for (ItemMatch& match : matches_) {
      const auto lower = [&](const Version& side, const Places& some) {
        for (size_t i = 0; i < some.size(); i++)
          match.row = std::min(match.row, side.rows[some[i]]);
      };
      lower(department_, match.department);
      lower(district_, match.district);
    }
    return std::move(matches_);
  }

 private:
  /// `joined` gets the rows that one item implements together.
  Version version(const SideItems& side, std::vector<Indices>& joined) const {
    Version out{&side, {}, {}, std::vector<bool>(side.items.size(), true)};
    out.rows.reserve(side.items.size());
    out.bucket.reserve(side.items.size());
    for (const Item* item : side.items) {
      Indices rows = rows_.of(*item);
      out.rows.push_back(rows.empty() ? kNoRow : rows.front());
      if (rows.size() > 1) joined.push_back(std::move(rows));
    }
    return out;
  }

  double likeness(const Version& a, uint32_t i, const Version& b, uint32_t j) const {
    return similarity(a.side->names[i], b.side->names[j]);
  }

  /// Links a side to the last standard's items.
  void follow(Version& side, const List& list, Places ItemMatch::*member) {
    if (standard_.empty()) return;
    std::vector<Link> found = by_provenance(side, list);
    Version open_base = base_;
    open_base.open.assign(base_.size(), true);
    for (const Link& link : found) {
      open_base.open[link.a] = false;
      side.open[link.b] = false;
    }
    for (const Link& link : links(open_base, side)) found.push_back(link);
    for (const Link& link : found) {
      side.open[link.b] = false;
      ItemMatch& match = matches_[link.a];
      (match.*member).push_back(link.b);
      match.score = match.by == PairedBy::Base ? std::min(match.score, link.score) : link.score;
      match.by = PairedBy::Base;
    }
  }

  /// A standard's item remembers what it was merged from; believed where row or name agree.
  std::vector<Link> by_provenance(const Version& side, const List& list) const {
    std::unordered_map<std::string_view, uint32_t> by_id;
    for (uint32_t i = 0; i < side.size(); i++) by_id.emplace(side.item(i).id.view(), i);
    const std::string prefix =
        "list/" + std::string(list.unit.view()) + "/" + std::string(list.domain.view()) + "/";
    std::vector<Link> out;
    std::unordered_set<uint32_t> used;
    for (uint32_t i = 0; i < base_.size(); i++) {
      for (const Text& was : standard_[i].was) {
        if (!was.view().starts_with(prefix)) continue;
        const auto found = by_id.find(was.view().substr(prefix.size()));
        if (found == by_id.end() || used.contains(found->second)) continue;
        const uint32_t j = found->second;
        const double score = likeness(base_, i, side, j);
        const bool same_row = base_.bucket[i] == side.bucket[j] && base_.bucket[i] != kNoRow;
        if (!same_row && score < kWithinRow) continue;
        used.insert(j);
        out.push_back({i, j, PairedBy::Base, score});
        break;
      }
    }
    return out;
  }

  /// The items of two versions by row.
  using Buckets = std::map<uint32_t, std::pair<Indices, Indices>>;

  /// For each row its items that are named alike.
  std::vector<std::vector<NameMatch>> named_in(const Buckets& buckets, const Version& a,
                                               const Version& b) const {
    std::vector<const Buckets::mapped_type*> rows;
    for (const auto& [row, both] : buckets) rows.push_back(&both);
    std::vector<std::vector<NameMatch>> out(rows.size());
    parallel_for(rows.size(), merge_.threads, [&](size_t i, unsigned) {
      const auto& [left, right] = *rows[i];
      const bool one = left.size() == 1 || right.size() == 1;
      out[i] = named(a, left, b, right, one ? 0.0 : kWithinRow);
    });
    return out;
  }

  /// Pairs what is open of two versions: by row, then by name.
  std::vector<Link> links(const Version& a, const Version& b) const {
    std::vector<Link> out;
    std::vector<bool> open_a = a.open, open_b = b.open;
    const auto take = [&](uint32_t i, uint32_t j, PairedBy by, double score) {
      open_a[i] = open_b[j] = false;
      out.push_back({i, j, by, score});
    };
    Buckets buckets;
    for (uint32_t i = 0; i < a.size(); i++) {
      if (open_a[i] && a.bucket[i] != kNoRow) buckets[a.bucket[i]].first.push_back(i);
    }
    for (uint32_t j = 0; j < b.size(); j++) {
      if (open_b[j] && b.bucket[j] != kNoRow) buckets[b.bucket[j]].second.push_back(j);
    }
    std::erase_if(buckets, [](const auto& bucket) {
      return bucket.second.first.empty() || bucket.second.second.empty();
    });
    const auto matches = named_in(buckets, a, b);
    size_t index = 0;
    for (const auto& [row, both] : buckets) {
      const auto& [left, right] = both;
      for (const NameMatch& match : matches[index++])
        take(left[match.left], right[match.right], PairedBy::Guideline, match.score);
      // One that is left on each side of a row is the same item under another name.
      Indices rest_a, rest_b;
      for (const uint32_t i : left)
        if (open_a[i]) rest_a.push_back(i);
      for (const uint32_t j : right)
        if (open_b[j]) rest_b.push_back(j);
      if (rest_a.empty() || rest_b.empty() || (rest_a.size() > 1 && rest_b.size() > 1)) continue;
      const auto by_name = [](const Version& side) {
        return [&side](uint32_t i) {
          return std::pair<std::string_view, std::string_view>(side.side->names[i],
                                                               side.item(i).id.view());
        };
      };
      const uint32_t i = *std::ranges::min_element(rest_a, {}, by_name(a));
      const uint32_t j = *std::ranges::min_element(rest_b, {}, by_name(b));
      take(i, j, PairedBy::Guideline, likeness(a, i, b, j));
    }
    // By name alone only where one of the two names no row.
    const auto open_of = [](const Version& side, const std::vector<bool>& open, bool with_row) {
      Indices out;
      for (uint32_t i = 0; i < open.size(); i++) {
        if (open[i] && (side.bucket[i] != kNoRow) == with_row) out.push_back(i);
      }
      return out;
    };
    for (const auto& [row_a, row_b] : {std::pair(false, false), {false, true}, {true, false}}) {
      const Indices left = open_of(a, open_a, row_a), right = open_of(b, open_b, row_b);
      for (const NameMatch& match : named(a, left, b, right, kByName))
        take(left[match.left], right[match.right], PairedBy::Name, match.score);
    }
    return out;
  }

  static std::vector<NameMatch> named(const Version& a, const Indices& left, const Version& b,
                                      const Indices& right, double least) {
    std::vector<NameEntry> names_a, names_b;
    for (const uint32_t i : left) names_a.push_back(a.entry(i));
    for (const uint32_t j : right) names_b.push_back(b.entry(j));
    return match_names(names_a, names_b, least);
  }

  std::unordered_set<std::string> elements(const Item& item) const {
    std::unordered_set<std::string> out;
    for (const Element& element : item.elements)
      out.insert(merge_.workspace.form(element.name.value));
    return out;
  }

  /// Adds what is left of a side to the match on its row of which it is a piece: its elements come
  /// from the whole, and the side's own item lacks them.
  void split(Version& side, Places ItemMatch::*own, const Version& other,
             Places ItemMatch::*opposite) {
    std::unordered_map<uint32_t, std::vector<ItemMatch*>> by_bucket;
    for (ItemMatch& match : matches_) {
      if ((match.*own).empty() || (match.*opposite).size() > 1) continue;
      const uint32_t bucket = side.bucket[(match.*own).front()];
      if (bucket != kNoRow) by_bucket[bucket].push_back(&match);
    }
    for (uint32_t i = 0; i < side.size(); i++) {
      if (!side.open[i] || side.bucket[i] == kNoRow) continue;
      const auto found = by_bucket.find(side.bucket[i]);
      if (found == by_bucket.end() || found->second.size() > 64) continue;
      ItemMatch* best = nullptr;
      double best_share = kPiece;
      for (ItemMatch* match : found->second) {
        const Item* whole = match->base                  ? &base_.item(*match->base)
                            : (match->*opposite).empty() ? nullptr
                                                         : &other.item((match->*opposite).front());
        if (!whole) continue;
        const double share = piece_share(side.item(i), *whole, side.item((match->*own).front()));
        if (share > best_share || (share == best_share && !best)) {
          best = match;
          best_share = share;
        }
      }
      if (!best) continue;
      (best->*own).push_back(i);
      side.open[i] = false;
    }
  }

  double piece_share(const Item& piece, const Item& whole, const Item& first_piece) const {
    const auto all = elements(whole), taken = elements(first_piece), own = elements(piece);
    size_t from_whole = 0;
    for (const std::string& element : own)
      from_whole += all.contains(element) && !taken.contains(element);
    return own.empty() ? 0 : static_cast<double>(from_whole) / static_cast<double>(own.size());
  }

  void alone(Version& side, Places ItemMatch::*member) {
    for (uint32_t i = 0; i < side.size(); i++) {
      if (!side.open[i]) continue;
      ItemMatch match;
      (match.*member).push_back(i);
      matches_.push_back(std::move(match));
    }
  }

  const PairMerge& merge_;
  std::span<const StandardItem> standard_;
  Rows rows_;
  Version base_, department_, district_;
  std::vector<ItemMatch> matches_;
};

}  // namespace

std::vector<ItemMatch> pair_items(const PairMerge& merge, const ItemSides& sides) {
  return Pairer(merge, sides).run();
}

}  // namespace catalog
