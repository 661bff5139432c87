#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "rules/row_demand.h"
#include "rules/rule_context.h"
#include "source/finding.h"

namespace catalog {

/// An item of a catalogue that implements a guideline row.
struct RowUse {
  const RowDemand* row;
  uint32_t item;  ///< its index in the catalogue
};

/// One list or standard with what its checks need; made once for each before its items are checked.
struct CatalogueView {
  const RuleContext& context;
  const Catalogue& head;
  const List* list = nullptr;  ///< one of the two is set
  const Standard* standard = nullptr;
  const Guideline* guideline = nullptr;  ///< of its domain, if there is one
  const Unit* unit = nullptr;            ///< of a list, if known
  std::optional<Level> level{};          ///< of that unit
  std::string address{};                 ///< list/U/D, standard/D
  std::vector<RowUse> uses{};            ///< by row, then item

  const Workspace& workspace() const { return context.workspace(); }
  size_t size() const { return list ? list->items.size() : standard->items.size(); }
  const Item& item(size_t index) const {
    return list ? list->items[index] : static_cast<const Item&>(standard->items[index]);
  }
  /// Whether it is the list of a city department, of which a guideline for districts and towns
  /// demands less.
  bool at_city_level() const { return level == Level::City; }
  /// Whether it was resolved from a standard: it holds its unit's own level only.
  bool resolved() const { return list && !list->standard.empty(); }
  /// The levels that this catalogue answers for: a district's list for its streets and towns too.
  bool answers_for(Level wanted) const {
    if (resolved()) return wanted == level;
    return standard || !level || (*level != Level::City && wanted >= *level);
  }
  /// The items that implement a row, in their order.
  std::span<const RowUse> uses_of(const RowDemand& row) const;
  Place place(Span span) const { return {head.file, span}; }
};

/// list/U/D
std::string list_address(const List& list);
/// standard/D
std::string standard_address(const Standard& standard);

CatalogueView view_of(const RuleContext& context, const List& list);
CatalogueView view_of(const RuleContext& context, const Standard& standard);

/// All catalogues of one domain, for what is compared among them.
struct DomainView {
  const RuleContext& context;
  std::vector<const List*> lists{};  ///< in the workspace's order
  std::vector<const Standard*> standards{};

  const Workspace& workspace() const { return context.workspace(); }
};
/// The domains of the lists and standards of a workspace, in the order in which they first occur.
std::vector<DomainView> domain_views(const RuleContext& context);

/// One item with its guideline rows.
struct ItemView {
  const CatalogueView& catalogue;
  const Item& item;
  uint32_t index;                             ///< in the catalogue
  const std::vector<const RowDemand*>& rows;  ///< that it implements and that exist
  LevelSet levels;

  const Workspace& workspace() const { return catalogue.workspace(); }
  const RuleContext& context() const { return catalogue.context; }
  Place place(Span span) const { return catalogue.place(span); }
  /// list/U/D/ID
  std::string address() const;
  /// Behind the item's last field: where one that is absent goes.
  Place end() const { return place({item.span.end, item.span.end}); }
  /// Whether this is the first of the items that implement a row; what concerns all of them is
  /// reported there.
  bool first_of(const RowDemand& row) const;
};

}  // namespace catalog
