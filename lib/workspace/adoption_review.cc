#include "workspace/adoption_review.h"

#include <algorithm>
#include <unordered_set>

namespace catalog {

namespace {

/// The layers up to this adoption; it alone where it is not the one that counts for its unit.
AdoptionChain chain_of(const Workspace& workspace, const Adoption& adoption) {
  const Unit* unit = workspace.units.find(adoption.unit.value);
  AdoptionChain chain = unit ? adoption_chain(workspace, *unit) : AdoptionChain{};
  if (chain.layers.empty() || chain.layers.back() != &adoption) chain.layers = {&adoption};
  return chain;
}

bool leads(const Unit& unit, Symbol domain) {
  return std::ranges::any_of(unit.domains, [&](const Text& led) { return led.value == domain; });
}

/// Shows the items of one unit at one level to the changes of the uppermost layer.
class Walk {
 public:
  Walk(const Workspace& workspace, const Adoption& adoption, Level level, PlaceNames names)
      : workspace_(workspace),
        adoption_(adoption),
        chain_(chain_of(workspace, adoption)),
        level_(level),
        names_(std::move(names)) {
    for (const Adoption* layer : chain_.layers) sets_.emplace_back(workspace, *layer, level);
  }

  void run(const std::function<void(const SetUse&)>& f) const {
    for (const Standard* standard : adopted_standards(workspace_, adoption_)) {
      for (const StandardItem& item : standard->items) show(standard->domain.value, item, 0, f);
    }
    for (size_t layer = 0; layer + 1 < chain_.layers.size(); layer++) {
      for (const AddedItem& item : chain_.layers[layer]->add)
        show(item.domain.value, item, layer + 1, f);
    }
  }

 private:
  void show(Symbol domain, const Item& item, size_t from_layer,
            const std::function<void(const SetUse&)>& f) const {
    if (!workspace_.vocabulary.levels(item.levels).has(level_)) return;
    std::optional<Item> changed;
    std::vector<const AdoptionSet*> found;
    for (size_t layer = from_layer; layer + 1 < sets_.size(); layer++) {
      found.clear();
      sets_[layer].find(domain, changed ? *changed : item, names_, found);
      if (!found.empty() && !changed) changed = item;
      for (const AdoptionSet* set : found) apply_change(workspace_, *set, level_, *changed);
    }
    found.clear();
    const Item& before = changed ? *changed : item;
    sets_.back().find(domain, before, names_, found);
    for (const AdoptionSet* set : found) f({*set, domain, item.id.value, level_, before});
  }

  const Workspace& workspace_;
  const Adoption& adoption_;
  AdoptionChain chain_;
  Level level_;
  PlaceNames names_;
  std::vector<AdoptionSets> sets_;
};

}  // namespace

std::vector<const Standard*> adopted_standards(const Workspace& workspace,
                                               const Adoption& adoption) {
  const AdoptionChain chain = chain_of(workspace, adoption);
  const Unit* unit = workspace.units.find(adoption.unit.value);
  std::vector<const Standard*> out;
  for (const Standard& standard : workspace.standards) {
    const Symbol domain = standard.domain.value;
    const bool taken =
        chain.names_standards() ? chain.standard(domain) != nullptr : unit && leads(*unit, domain);
    if (taken) out.push_back(&standard);
  }
  return out;
}

void each_set_use(const Workspace& workspace, const Adoption& adoption, Date as_of,
                  const std::function<void(const SetUse&)>& f) {
  const Unit* unit = workspace.units.find(adoption.unit.value);
  const auto level = unit ? workspace.units.level(*unit) : std::nullopt;
  if (!level || adoption.set.empty()) return;
  const PlaceNames names(workspace.units, *unit, as_of);
  Walk(workspace, adoption, *level, names).run(f);
  if (*level == Level::District) Walk(workspace, adoption, Level::Street, names).run(f);
}

std::vector<const AdoptionSet*> unmatched_sets(const Workspace& workspace, const Adoption& adoption,
                                               Date as_of) {
  std::unordered_set<const AdoptionSet*> matched;
  const auto note = [&](const SetUse& use) { matched.insert(&use.set); };
  each_set_use(workspace, adoption, as_of, note);
  const Unit* district = workspace.units.find(adoption.unit.value);
  // What a district writes may be meant for one street alone, by its name.
  for (const Unit& unit : workspace.units.all()) {
    if (matched.size() == adoption.set.size()) break;
    if (!district || unit.parent.value != district->code.value) continue;
    Walk(workspace, adoption, Level::Street, PlaceNames(workspace.units, unit, as_of)).run(note);
  }
  std::vector<const AdoptionSet*> out;
  for (const AdoptionSet& set : adoption.set) {
    if (!matched.contains(&set)) out.push_back(&set);
  }
  return out;
}

bool item_exists(const Workspace& workspace, const Adoption& adoption, Symbol domain, Symbol id) {
  const auto has = [&](const auto& items, auto&& fits) {
    return std::ranges::any_of(items,
                               [&](const auto& item) { return item.id.value == id && fits(item); });
  };
  const Standard* standard = workspace.standard(domain);
  if (standard && has(standard->items, [](const Item&) { return true; })) return true;
  for (const Adoption* layer : chain_of(workspace, adoption).layers) {
    if (layer != &adoption &&
        has(layer->add, [&](const AddedItem& item) { return item.domain.value == domain; }))
      return true;
  }
  return false;
}

}  // namespace catalog
