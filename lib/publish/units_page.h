#pragma once

#include <string>
#include <vector>

#include "publish/edition.h"

namespace catalog {

/// A unit whose own catalogues were built.
struct UnitEntry {
  std::string group;  ///< 市级部门, or its district
  std::string name;
  std::string folder;  ///< of its pages
  size_t catalogues = 0;
  size_t items = 0;
};

/// The page that leads to the units' own: publishable texts; entries of a group stand together.
struct UnitsPage {
  std::string title;
  std::string note;
  std::vector<Fact> facts;
  bool draft = false;
  std::vector<UnitEntry> entries;
};
std::string write_units_page(const UnitsPage& page);

}  // namespace catalog
