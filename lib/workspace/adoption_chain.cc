#include "workspace/adoption_chain.h"

#include <algorithm>

namespace catalog {

namespace {

/// The district of a street or town; empty for others.
Symbol district_above(const Workspace& workspace, const Unit* unit) {
  const auto level = unit ? workspace.units.level(*unit) : std::nullopt;
  if (level != Level::Street) return {};
  const Unit* district = workspace.units.district_of(*unit);
  return district ? district->code.value : Symbol{};
}

}  // namespace

Symbol base_of(const Workspace& workspace, const Adoption& adoption) {
  if (!adoption.extends.empty()) return adoption.extends.value;
  return district_above(workspace, workspace.units.find(adoption.unit.value));
}

AdoptionChain adoption_chain(const Workspace& workspace, const Unit& unit) {
  AdoptionChain out;
  const Adoption* at = workspace.adoption(unit.code.value);
  if (!at) {
    const Symbol district = district_above(workspace, &unit);
    at = district.empty() ? nullptr : workspace.adoption(district);
  }
  while (at) {
    out.layers.push_back(at);
    const Symbol base = base_of(workspace, *at);
    const Adoption* next = base.empty() ? nullptr : workspace.adoption(base);
    if (next && std::ranges::find(out.layers, next) != out.layers.end()) {
      out.circle = at;
      break;
    }
    at = next;
  }
  std::ranges::reverse(out.layers);
  return out;
}

const AdoptedStandard* AdoptionChain::standard(Symbol domain) const {
  for (auto layer = layers.rbegin(); layer != layers.rend(); ++layer) {
    for (const AdoptedStandard& entry : (*layer)->standards) {
      if (entry.domain.value == domain) return &entry;
    }
  }
  return nullptr;
}

const Adoption* AdoptionChain::layer_of(const AdoptedStandard& entry) const {
  for (const Adoption* layer : layers) {
    if (!layer->standards.empty() && &entry >= layer->standards.data() &&
        &entry < layer->standards.data() + layer->standards.size())
      return layer;
  }
  return nullptr;
}

bool AdoptionChain::names_standards() const {
  return std::ranges::any_of(layers,
                             [](const Adoption* layer) { return !layer->standards.empty(); });
}

}  // namespace catalog
