#include "diff/pairing.h"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "merge/names.h"
#include "model/alike.h"
#include "model/word_relation.h"
#include "text/similarity.h"

namespace catalog {

namespace {

constexpr double kWithinRow = 0.5;    ///< names on one row that are alike enough
constexpr double kByName = 0.8;       ///< names alone
constexpr double kPiece = 0.5;        ///< part of its elements that a piece has from the whole
constexpr double kSameIdAtAll = 0.3;  ///< names of one id below this need another sign
constexpr size_t kNamesCompared = 1'000'000;

using Indices = std::vector<size_t>;

/// One version with what pairing looks at.
struct Side {
  const CatalogueVersion& catalogue;
  std::vector<std::string> names{};  ///< comparison forms
  std::vector<std::vector<std::string>> rows{};
  std::vector<bool> open{};

  explicit Side(const CatalogueVersion& version) : catalogue(version) {
    for (const Item* item : version.items) {
      names.push_back(form_of(Symbol::of(item_name(*item))));
      rows.push_back(rows_of(version, *item));
      open.push_back(true);
    }
  }
  const Item& item(size_t i) const { return *catalogue.items[i]; }
  size_t size() const { return names.size(); }
  Indices still_open() const {
    Indices out;
    for (size_t i = 0; i < size(); i++) {
      if (open[i]) out.push_back(i);
    }
    return out;
  }
};

bool share(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return std::ranges::any_of(
      a, [&](const std::string& one) { return std::ranges::find(b, one) != b.end(); });
}

bool has_element(const Item& item, const std::string& form) {
  return std::ranges::any_of(
      item.elements, [&](const Element& element) { return form_of(element.name.value) == form; });
}

class Pairer {
 public:
  Pairer(const CatalogueVersion& before, const CatalogueVersion& after)
      : before_(before), after_(after) {}

  std::vector<ItemLink> run() {
    if (before_.catalogue.kind == after_.catalogue.kind) by_id();
    by_provenance(before_, after_, false);
    by_provenance(after_, before_, true);
    by_row();
    by_name();
    pieces(before_, after_, &ItemLink::before, &ItemLink::after);
    pieces(after_, before_, &ItemLink::after, &ItemLink::before);
    return std::move(links_);
  }

 private:
  void link(size_t i, size_t j, LinkedBy by, double score) {
    before_.open[i] = after_.open[j] = false;
    links_.push_back({{i}, {j}, by, score});
  }

  double likeness(size_t i, size_t j) const {
    if (before_.names[i] == after_.names[j]) return 1;
    return similarity(before_.names[i], after_.names[j]);
  }

  /// Whether nothing but the id joins two items: other rows, other names, no element in common.
  bool is_other_item(size_t i, size_t j) const {
    const auto& rows = before_.rows[i];
    const auto& others = after_.rows[j];
    if (share(rows, others) || likeness(i, j) >= kSameIdAtAll) return false;
    return std::ranges::none_of(before_.item(i).elements, [&](const Element& element) {
      return has_element(after_.item(j), form_of(element.name.value));
    });
  }

  void by_id() {
    std::unordered_map<Symbol, Indices> found;
    for (size_t j = 0; j < after_.size(); j++) found[after_.item(j).id.value].push_back(j);
    for (size_t i = 0; i < before_.size(); i++) {
      if (before_.item(i).id.empty()) continue;
      const auto same = found.find(before_.item(i).id.value);
      if (same == found.end()) continue;
      for (const size_t j : same->second) {
        if (!after_.open[j] || is_other_item(i, j)) continue;
        link(i, j, LinkedBy::Id, likeness(i, j));
        break;
      }
    }
  }

  /// A standard's item names the list items that it was merged from.
  void by_provenance(const Side& standard, const Side& list, bool turned) {
    if (standard.catalogue.kind != Kind::Standard || list.catalogue.kind != Kind::List) return;
    std::unordered_map<std::string, size_t> found;
    for (size_t j = 0; j < list.size(); j++) {
      found.emplace(list.catalogue.item_address(list.item(j)), j);
    }
    for (size_t i = 0; i < standard.size(); i++) {
      if (!standard.open[i]) continue;
      for (const Text& was : static_cast<const StandardItem&>(standard.item(i)).was) {
        const auto source = found.find(std::string(was.view()));
        if (source == found.end() || !list.open[source->second]) continue;
        const size_t j = source->second;
        turned ? link(j, i, LinkedBy::Provenance, likeness(j, i))
               : link(i, j, LinkedBy::Provenance, likeness(i, j));
        break;
      }
    }
  }

  void pair_among(const Indices& left, const Indices& right, double least, LinkedBy by) {
    const auto pairs = pair_alike(
        left.size(), right.size(), least,
        [&](size_t i, size_t j) { return likeness(left[i], right[j]); },
        [&](size_t i) { return std::string_view(before_.names[left[i]]); },
        [&](size_t j) { return std::string_view(after_.names[right[j]]); }, kNamesCompared);
    for (const AlikePair& pair : pairs) link(left[pair.before], right[pair.after], by, pair.score);
  }

  void by_row() {
    std::map<std::string, std::pair<Indices, Indices>> rows;
    for (const size_t i : before_.still_open()) {
      for (const std::string& row : before_.rows[i]) rows[row].first.push_back(i);
    }
    for (const size_t j : after_.still_open()) {
      for (const std::string& row : after_.rows[j]) rows[row].second.push_back(j);
    }
    for (auto& [row, both] : rows) {
      auto& [left, right] = both;
      std::erase_if(left, [&](size_t i) { return !before_.open[i]; });
      std::erase_if(right, [&](size_t j) { return !after_.open[j]; });
      const bool single = left.size() == 1 && right.size() == 1;
      pair_among(left, right, single ? 0 : kWithinRow, LinkedBy::Guideline);
    }
  }

  /// By name alone only where one of the two names no row: those on a row in common have been
  /// tried, and two rows are two items.
  void by_name() {
    for (const auto& [row_before, row_after] :
         {std::pair(false, false), std::pair(false, true), std::pair(true, false)}) {
      const Indices left = open_of(before_, row_before);
      const Indices right = open_of(after_, row_after);
      for (const NameMatch& match :
           match_names(entries(before_, left), entries(after_, right), kByName)) {
        link(left[match.left], right[match.right], LinkedBy::Name, match.score);
      }
    }
  }

  static Indices open_of(const Side& side, bool with_row) {
    Indices out = side.still_open();
    std::erase_if(out, [&](size_t i) { return side.rows[i].empty() == with_row; });
    return out;
  }

  static std::vector<NameEntry> entries(const Side& side, const Indices& items) {
    std::vector<NameEntry> out;
    for (const size_t i : items) out.push_back({side.names[i], side.item(i).id.view()});
    return out;
  }

  /// Part of a leftover's elements that come from the whole and that no other piece has.
  double piece_share(const Item& piece, const Item& whole, const Side& side,
                     const Indices& pieces) const {
    if (piece.elements.empty()) return 0;
    size_t found = 0;
    for (const Element& element : piece.elements) {
      const std::string& form = form_of(element.name.value);
      const bool taken =
          std::ranges::any_of(pieces, [&](size_t k) { return has_element(side.item(k), form); });
      found += has_element(whole, form) && !taken;
    }
    return static_cast<double>(found) / static_cast<double>(piece.elements.size());
  }

  /// Adds what is left of a side to the pair of which it is a piece.
  void pieces(Side& side, const Side& other, Indices ItemLink::*own, Indices ItemLink::*opposite) {
    std::unordered_map<std::string, std::vector<ItemLink*>> by_row;
    for (ItemLink& link : links_) {
      if ((link.*opposite).size() != 1) continue;
      for (const std::string& row : side.rows[(link.*own).front()]) by_row[row].push_back(&link);
    }
    // Of two that fit as well the first by id is taken, wherever they stand in their files.
    for (auto& [row, links] : by_row) {
      std::ranges::stable_sort(links, {}, [&](const ItemLink* link) {
        return std::pair(side.item((link->*own).front()).id.view(),
                         other.item((link->*opposite).front()).id.view());
      });
    }
    Indices open = side.still_open();
    std::ranges::sort(open, {}, [&](size_t i) {
      return std::pair(std::string_view(side.names[i]), side.item(i).id.view());
    });
    for (const size_t i : open) {
      ItemLink* best = nullptr;
      double best_share = 0;
      for (const std::string& row : side.rows[i]) {
        const auto found = by_row.find(row);
        if (found == by_row.end()) continue;
        for (ItemLink* link : found->second) {
          const double share =
              piece_share(side.item(i), other.item((link->*opposite).front()), side, link->*own);
          if (share < kPiece || share <= best_share) continue;
          best = link;
          best_share = share;
        }
      }
      if (!best) continue;
      (best->*own).push_back(i);
      best->score = std::min(best->score, best_share);
      side.open[i] = false;
    }
  }

  Side before_;
  Side after_;
  std::vector<ItemLink> links_;
};

}  // namespace

std::vector<ItemLink> pair_versions(const CatalogueVersion& before, const CatalogueVersion& after) {
  return Pairer(before, after).run();
}

}  // namespace catalog
