#include "rules/views.h"

#include <algorithm>
#include <unordered_map>

namespace catalog {

namespace {

bool before(const RowUse& a, const RowUse& b) {
  return a.row->order != b.row->order ? a.row->order < b.row->order : a.item < b.item;
}

std::vector<RowUse> row_uses(const CatalogueView& view) {
  std::vector<RowUse> out;
  for (size_t i = 0; i < view.size(); i++) {
    for (const Text& reference : view.item(i).guideline) {
      if (const RowDemand* row = view.context.demand(reference.value))
        out.push_back({row, static_cast<uint32_t>(i)});
    }
  }
  std::ranges::sort(out, before);
  return out;
}

}  // namespace

std::span<const RowUse> CatalogueView::uses_of(const RowDemand& row) const {
  const auto range = std::ranges::equal_range(uses, row.order, {},
                                              [](const RowUse& use) { return use.row->order; });
  return {range.begin(), range.end()};
}

std::string list_address(const List& list) {
  return "list/" + std::string(list.unit.view()) + "/" + std::string(list.domain.view());
}

std::string standard_address(const Standard& standard) {
  return "standard/" + std::string(standard.domain.view());
}

CatalogueView view_of(const RuleContext& context, const List& list) {
  const Workspace& workspace = context.workspace();
  CatalogueView view{.context = context, .head = list, .list = &list};
  view.guideline = workspace.guideline(list.domain.value);
  view.unit = workspace.units.find(list.unit.value);
  if (view.unit) view.level = workspace.units.level(*view.unit);
  view.address = list_address(list);
  view.uses = row_uses(view);
  return view;
}

CatalogueView view_of(const RuleContext& context, const Standard& standard) {
  CatalogueView view{.context = context, .head = standard, .standard = &standard};
  view.guideline = context.workspace().guideline(standard.domain.value);
  view.address = standard_address(standard);
  view.uses = row_uses(view);
  return view;
}

std::vector<DomainView> domain_views(const RuleContext& context) {
  std::vector<DomainView> out;
  std::unordered_map<Symbol, size_t> known;
  const auto of = [&](const Catalogue& head) -> DomainView& {
    const auto [at, fresh] = known.try_emplace(head.domain.value, out.size());
    if (fresh) out.push_back({context});
    return out[at->second];
  };
  for (const List& list : context.workspace().lists) of(list).lists.push_back(&list);
  for (const Standard& standard : context.workspace().standards)
    of(standard).standards.push_back(&standard);
  return out;
}

std::string ItemView::address() const {
  return catalogue.address + "/" + std::string(item.id.view());
}

bool ItemView::first_of(const RowDemand& row) const {
  const auto uses = catalogue.uses_of(row);
  return !uses.empty() && uses.front().item == index;
}

}  // namespace catalog
