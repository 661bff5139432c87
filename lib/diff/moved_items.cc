#include "diff/moved_items.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>

#include "diff/alike_pairs.h"
#include "diff/pairing_side.h"
#include "model/word_relation.h"

namespace catalog {

namespace {

/// What a moved item keeps: its name, its kind of list, and either unit or domain.
using Constant = std::tuple<std::string_view, Kind, bool, uint32_t>;
struct Group {
  std::vector<uint32_t> gone;
  std::vector<uint32_t> come;
};
using Groups = std::map<Constant, Group>;

void add(const std::vector<LoneItem>& items, const CatalogueVersion* LoneItem::*side,
         std::vector<uint32_t> Group::*part, Groups& groups) {
  for (uint32_t i = 0; i < items.size(); i++) {
    const CatalogueVersion& catalogue = *(items[i].*side);
    const std::string_view name = form_of(Symbol::of(item_name(items[i].in(catalogue))));
    for (const bool by_unit : {true, false}) {
      const Symbol kept = by_unit ? catalogue.unit : catalogue.domain;
      (groups[{name, catalogue.kind, by_unit, kept.number()}].*part).push_back(i);
    }
  }
}

/// What tells the items of a group apart: their elements and addresses.
struct LoneTexts {
  std::vector<std::pair<std::string, std::string>> own;
  PairKeys keys;

  LoneTexts(const std::vector<LoneItem>& items, const CatalogueVersion* LoneItem::*side) {
    for (const LoneItem& lone : items) {
      const CatalogueVersion& catalogue = *(lone.*side);
      std::string elements;
      for (const std::string_view form : element_forms(lone.in(catalogue))) {
        elements += std::string(form) + "\n";
      }
      own.emplace_back(std::move(elements), catalogue.item_address(lone.in(catalogue)));
    }
    for (const auto& [elements, address] : own) keys.push_back({elements, address});
  }
  PairKeys of(const std::vector<uint32_t>& places) const {
    PairKeys out;
    for (const uint32_t i : places) out.push_back(keys[i]);
    return out;
  }
};

/// How much of their elements both have, if that is enough.
std::optional<double> likeness(const LoneItem& from, const LoneItem& to) {
  if (from.before->address == to.after->address) return std::nullopt;
  const auto a = element_forms(from.in(*from.before));
  const auto b = element_forms(to.in(*to.after));
  const size_t most = std::max(a.size(), b.size());
  if (most == 0) return 1;
  std::vector<std::string_view> common;
  std::ranges::set_intersection(a, b, std::back_inserter(common));
  if (common.size() * 2 < most) return std::nullopt;
  return static_cast<double>(common.size()) / static_cast<double>(most);
}

}  // namespace

std::vector<std::pair<size_t, size_t>> find_moved(const std::vector<LoneItem>& gone,
                                                  const std::vector<LoneItem>& come) {
  Groups groups;
  add(gone, &LoneItem::before, &Group::gone, groups);
  add(come, &LoneItem::after, &Group::come, groups);
  const LoneTexts texts_gone(gone, &LoneItem::before);
  const LoneTexts texts_come(come, &LoneItem::after);
  std::vector<AlikeEdge> edges;
  for (const auto& [kept, group] : groups) {
    for (const auto& [i, j] : pairs_within(texts_gone.of(group.gone), texts_come.of(group.come))) {
      const auto alike = likeness(gone[group.gone[i]], come[group.come[j]]);
      if (alike) edges.push_back({group.gone[i], group.come[j], *alike, *alike});
    }
  }
  std::vector<std::pair<size_t, size_t>> out;
  for (const AlikeEdge& edge :
       take_most_alike(std::move(edges), texts_gone.keys, texts_come.keys)) {
    out.emplace_back(edge.before, edge.after);
  }
  return out;
}

}  // namespace catalog
