#include "rules/catalogue_checks.h"

#include <algorithm>

namespace catalog {

CatalogueChecks::CatalogueChecks(const RuleSettings& settings)
    : settings_(settings),
      item_rules_(settings.running(&Rule::check_item)),
      text_rules_(item_rules_),
      catalogue_rules_(settings.running(&Rule::check_catalogue)) {
  std::erase_if(text_rules_, [](const Rule* rule) {
    return rule->family != Family::Form && rule->family != Family::Text;
  });
}

void CatalogueChecks::run(const CatalogueView& view, std::vector<Finding>& found) const {
  for (const Rule* rule : catalogue_rules_) {
    Reporter reporter(*rule, settings_.severity(*rule), found);
    rule->check_catalogue(view, reporter);
  }
  run_items(view, false, found);
}

void CatalogueChecks::run_items(const CatalogueView& view, bool of_texts,
                                std::vector<Finding>& found) const {
  std::vector<Reporter> reporters;
  for (const Rule* rule : of_texts ? text_rules_ : item_rules_)
    reporters.emplace_back(*rule, settings_.severity(*rule), found);
  std::vector<const RowDemand*> rows;
  for (uint32_t i = 0; i < view.size(); i++) {
    const Item& item = view.item(i);
    rows.clear();
    for (const Text& reference : item.guideline) {
      const RowDemand* row = view.context.demand(reference.value);
      if (row && std::ranges::find(rows, row) == rows.end()) rows.push_back(row);
    }
    const ItemView item_view{view, item, i, rows, view.workspace().vocabulary.levels(item.levels)};
    for (Reporter& reporter : reporters) reporter.rule().check_item(item_view, reporter);
  }
}

}  // namespace catalog
