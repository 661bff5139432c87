#include "rules/adoption_checks.h"

#include <map>

namespace catalog {

namespace {

/// Items that stand in an adoption, as a catalogue of their own that the checks of items can look
/// at. Placeholders are allowed in it, as in a standard.
CatalogueView view_of_items(const RuleContext& context, const Adoption& adoption,
                            Standard& catalogue, std::string address) {
  catalogue.file = adoption.file;
  catalogue.span = adoption.span;
  CatalogueView view = view_of(context, catalogue);
  view.address = std::move(address);
  return view;
}

/// The items that are added, by domain.
void check_added(const RuleContext& context, const CatalogueChecks& checks,
                 const Adoption& adoption, std::vector<Finding>& found) {
  std::map<std::string_view, Standard> by_domain;
  for (const AddedItem& item : adoption.add) {
    Standard& catalogue = by_domain[item.domain.view()];
    catalogue.domain = item.domain;
    static_cast<Item&>(catalogue.items.emplace_back()) = item;
  }
  for (auto& [domain, catalogue] : by_domain) {
    checks.run_items(view_of_items(context, adoption, catalogue,
                                   std::string(adoption.unit.view()) + "/" + std::string(domain)),
                     false, found);
  }
}

/// What the local changes put into items: each as an item of all levels that lacks the rest.
void check_changes(const RuleContext& context, const CatalogueChecks& checks,
                   const Adoption& adoption, std::vector<Finding>& found) {
  Standard catalogue;
  const Vocabulary& vocabulary = context.workspace().vocabulary;
  for (size_t i = 0; i < adoption.set.size(); i++) {
    if (!adoption.set[i].to.present()) continue;
    Item& item = catalogue.items.emplace_back();
    item = adoption.set[i].to.get();
    item.id.value = Symbol::of("set[" + std::to_string(i + 1) + "]");
    if (!item.levels.empty()) continue;
    for (const Level level : kLevels)
      item.levels.push_back({Symbol::of(vocabulary.level_name(level)), item.span});
  }
  checks.run_items(view_of_items(context, adoption, catalogue, adoption_address(adoption)), true,
                   found);
}

}  // namespace

std::string adoption_address(const Adoption& adoption) {
  return "adoption/" + std::string(adoption.unit.view());
}

std::string set_address(const Adoption& adoption, const AdoptionSet& set) {
  return adoption_address(adoption) + "/set[" + std::to_string(&set - adoption.set.data() + 1) +
         "]";
}

Finding& report_adoption(const Adoption& adoption, std::string_view field, const Text& at,
                         Message message, Reporter& out) {
  Finding& finding = out.add({adoption.file, at.span}, std::move(message));
  finding.address = adoption_address(adoption);
  finding.field = field;
  if (!at.empty()) finding.values.emplace_back(at.view());
  return finding;
}

Finding& report_set(const Adoption& adoption, const AdoptionSet& set, std::string_view field,
                    Span at, Message message, Reporter& out) {
  Finding& finding = out.add({adoption.file, at}, std::move(message));
  finding.address = set_address(adoption, set);
  finding.field = field;
  return finding;
}

void check_adoption(const RuleContext& context, const CatalogueChecks& checks,
                    const Adoption& adoption, std::vector<Finding>& found) {
  if (!adoption.add.empty()) check_added(context, checks, adoption, found);
  if (!adoption.set.empty()) check_changes(context, checks, adoption, found);
}

}  // namespace catalog
