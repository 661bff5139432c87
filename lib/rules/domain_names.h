#pragma once

#include <string>
#include <vector>

#include "rules/views.h"

namespace catalog {

/// An item by its catalogue, which counts the lists, then the standards, of the domain.
struct Occurrence {
  uint32_t catalogue;
  uint32_t item;
};

/// A name that items of one domain have, with all of them in order.
struct DomainName {
  std::u32string form;    ///< comparison forms of its parts, joined
  std::string digits;     ///< the numbers in it: other numbers are other things
  std::string essential;  ///< the form without fillers (有关, 情况)
  std::string twin_base;  ///< the form without 基本信息, 处罚结果 and the like at its end
  std::vector<Occurrence> items;
};

/// The catalogue of an occurrence.
struct CatalogueItems {
  const Catalogue* head;
  const List* list;  ///< null: a standard
  const Standard* standard;
  size_t size() const { return list ? list->items.size() : standard->items.size(); }
  const Item& item(uint32_t index) const {
    return list ? list->items[index] : static_cast<const Item&>(standard->items[index]);
  }
};
std::vector<CatalogueItems> catalogues_of(const DomainView& view);

/// The distinct names of a domain's items, in the order in which they first occur.
std::vector<DomainName> domain_names(const RuleContext& context,
                                     const std::vector<CatalogueItems>& catalogues);

}  // namespace catalog
