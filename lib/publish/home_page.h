#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "publish/html.h"

namespace catalog {

/// A unit whose own catalogues were built.
struct UnitEntry {
  std::string group;  ///< 市级部门, or its district
  std::string name;
  std::string href;
  size_t catalogues = 0;
  size_t items = 0;
};

/// A domain with a page of its own.
struct DomainLink {
  std::string name;
  std::string href;
  size_t units = 0;
  size_t items = 0;
};

/// The first page of a site of units' catalogues: its domains and units. Publishable texts;
/// entries of a group stand together.
struct HomePage {
  PagePlace place;
  std::string title;
  std::string note;
  std::vector<Fact> facts;
  std::string_view draft{};  ///< the word that marks a draft, or empty
  std::vector<Download> downloads;
  std::vector<DomainLink> domains;
  std::vector<UnitEntry> units;
};
std::string write_home(const HomePage& page);

/// The page of a domain that has no standard: the units that have a catalogue of it.
struct DomainPage {
  PagePlace place;
  std::string title;
  std::string note;
  std::string_view draft{};  ///< the word that marks a draft, or empty
  std::vector<LinkGroup> units;
};
std::string write_domain_page(const DomainPage& page);

}  // namespace catalog
