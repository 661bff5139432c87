#pragma once

#include <string>
#include <vector>

#include "publish/build_plan.h"
#include "publish/items_page.h"
#include "publish/views_page.h"

namespace catalog {

/// The pages of one unit in the site: item by item for each domain, and views over all domains.
class UnitPages {
 public:
  UnitPages(const ValidatedWorkspace& validated, const BuildPlan& plan)
      : validated_(validated), plan_(plan), unit_(*plan.unit) {}

  /// The place of a page beside the unit's index.
  PagePlace below_unit() const;
  /// What DOMAIN.html shows.
  ItemsPage items(const PlannedEdition& planned, std::vector<Download> downloads) const;
  /// active.html
  std::string active() const { return write_active_page(view()); }
  /// publishers.html
  std::string publishers() const { return write_publishers_page(view()); }
  /// What the unit's first page says beside its domains: where it stands, views, streets.
  void add_to_index(IndexPage& page) const;

 private:
  /// The unit's own page is not among the crumbs.
  PagePlace place() const;
  ViewPage view() const;
  std::string hotline() const;

  const ValidatedWorkspace& validated_;
  const BuildPlan& plan_;
  const Unit& unit_;
};

}  // namespace catalog
