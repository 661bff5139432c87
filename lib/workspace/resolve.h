#pragma once

#include <expected>
#include <functional>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "model/date.h"
#include "source/finding.h"
#include "workspace/adoption_chain.h"
#include "workspace/adoption_sets.h"
#include "workspace/validated_workspace.h"

namespace catalog {

/// A value of a resolved item that an adoption put there.
struct FieldOrigin {
  size_t field;  ///< place in the item's field table
  const Adoption* adoption;
  const AdoptionSet* set;
};

/// Where an item of a resolved catalogue was written: a standard, an adoption that added it, or the
/// unit's own list; and the fields that adoptions changed, the last change of a field last.
struct ItemOrigin {
  Symbol file;
  const StandardItem* standard = nullptr;
  const AddedItem* added = nullptr;
  const Adoption* added_by = nullptr;
  std::vector<FieldOrigin> sets{};

  /// The change that a field's value comes from; null where it stands as first written.
  const FieldOrigin* set_of(size_t field) const;
  /// The file in which the value of a field (English key, if need be with an index or level) is
  /// written.
  Symbol file_of(std::string_view field) const;
};

/// One unit's own catalogue of a domain. The texts keep the spans at which they are written; in
/// which file, the origins say.
struct ResolvedCatalogue {
  List list;
  const Standard* standard = nullptr;  ///< null where the unit's own list stands
  std::vector<ItemOrigin> origins;     ///< of list.items, one each
  std::vector<Symbol> omission_files;  ///< of list.omitted, one each
  Lang keys = Lang::En;                ///< of the file that it mainly comes from
};

/// An earlier version of a standard, kept by who finds it; null where it can't be had.
using EarlierStandard = std::function<const Standard*(Symbol domain, Symbol version)>;

struct ResolveOptions {
  Date as_of{};                        ///< the names of units are those of this day
  std::vector<Symbol> only_domains{};  ///< empty: all
  EarlierStandard earlier{};           ///< may be empty: then only current versions can be resolved
};

/// A domain that could not be resolved, with the place to mend.
struct Unresolved {
  Place place;
  Symbol domain;
  Message message;
};

/// Makes the catalogues of one unit, a domain at a time, so that memory does not grow with their
/// number.
///
/// Guideline → standard → adoption → the unit's own catalogue: the items of the standards that the
/// unit (or the district that it belongs to) has adopted whose levels include the unit's, with that
/// level's values only, without those excluded, changed by the adoptions' sets from the lowest
/// layer to the uppermost, with the added ones, placeholders filled from the units file. A
/// department needs no adoption: its catalogue are the items of 市级 in the domains that it leads.
/// Where a domain has no standard the unit's own list stands as it is. A unit that has adopted
/// nothing has no catalogue of a standard's domain: publishing is its own commitment.
class UnitResolver {
 public:
  UnitResolver(const ValidatedWorkspace& validated, const Unit& unit,
               const ResolveOptions& options);

  const Unit& unit() const { return unit_; }
  const AdoptionChain& chain() const { return chain_; }
  /// The unit's domains, in the workspace's order.
  const std::vector<Symbol>& domains() const { return domains_; }
  /// The catalogue of one of them.
  std::expected<ResolvedCatalogue, Unresolved> resolve(Symbol domain) const;

 private:
  struct Excluded {
    const Exclusion* exclusion;
    Symbol file;
  };

  const List* own_list(Symbol domain) const;
  std::expected<const Standard*, Unresolved> standard_of(Symbol domain) const;
  bool leads(Symbol domain) const;
  void find_domains();
  void find_exclusions();
  /// Null where the item is taken over.
  const Excluded* exclusion_of(Symbol domain, Symbol id) const;
  void add_item(ResolvedCatalogue& out, const Item& item, ItemOrigin origin,
                size_t from_layer) const;
  void add_omissions(ResolvedCatalogue& out) const;

  const Workspace& workspace_;
  const Unit& unit_;
  ResolveOptions options_;
  std::optional<Level> level_;
  AdoptionChain chain_;
  std::unordered_map<std::string, Excluded> excluded_;  ///< by domain/id, or domain
  PlaceNames names_;
  std::vector<AdoptionSets> sets_;  ///< by layer
  std::vector<Symbol> domains_;
};

/// The address of a resolved catalogue: UNIT/DOMAIN.
std::string resolved_address(const List& list);

/// The unit of a code or a name; where there is none, a message with what was perhaps meant.
std::expected<const Unit*, Message> find_unit(const Workspace& workspace, std::string_view given);

}  // namespace catalog
