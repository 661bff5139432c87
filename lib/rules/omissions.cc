#include "rules/omissions.h"

namespace catalog {

bool is_over(const Text& until, Date as_of) {
  const auto day = Date::parse(until.view());
  return day && as_of > *day;
}

bool asks_for(const CatalogueView& view, const RowDemand& row) {
  if (view.guideline != &row.guideline || view.at_city_level()) return false;
  return view.standard || (view.level && row.levels.has(*view.level));
}

}  // namespace catalog
