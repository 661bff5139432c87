#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "model/fields_adoption.h"
#include "workspace/place_names.h"
#include "workspace/workspace.h"

namespace catalog {

/// How many fields an item has in the field table.
inline constexpr size_t kItemFields = std::tuple_size_v<decltype(Fields<Item>::table())>;

/// The value of a field as a unit of this level sees it, in a form that is equal for equal values;
/// empty where it has none there.
std::string field_key(const Workspace& workspace, const Item& item, size_t field, Level level,
                      const PlaceNames* names);

/// The local changes (set) of one adoption, found by the items that they match.
class AdoptionSets {
 public:
  AdoptionSets(const Workspace& workspace, const Adoption& adoption, Level level);

  const Adoption& adoption() const { return adoption_; }
  bool empty() const { return adoption_.set.empty(); }
  /// Whether a change can give an item other levels.
  bool changes_levels() const { return changes_levels_; }
  /// Appends the changes that an item of this domain matches, in the file's order. A value matches
  /// as written, or with its placeholders filled.
  void find(Symbol domain, const Item& item, const PlaceNames& names,
            std::vector<const AdoptionSet*>& out) const;

 private:
  struct Criterion {
    size_t field;
    std::string key;
  };
  struct Entry {
    const AdoptionSet* set;
    std::vector<Criterion> criteria;  ///< the first one is what it is found by
  };

  bool fits(const Entry& entry, Symbol domain, const Item& item, const PlaceNames& names) const;

  const Workspace& workspace_;
  const Adoption& adoption_;
  Level level_;
  bool changes_levels_ = false;
  std::vector<Entry> entries_;
  std::vector<size_t> by_domain_only_;
  std::vector<size_t> fields_;  ///< in which first criteria stand
  std::unordered_map<std::string, std::vector<size_t>> by_first_;
};

/// The fields that a change puts into an item of this level, by their place in the field table.
std::vector<size_t> changed_fields(const Workspace& workspace, const AdoptionSet& set, Level level);

/// Puts the values of a change into an item; those by level only where they are of this level.
void apply_change(const Workspace& workspace, const AdoptionSet& set, Level level, Item& item);

/// Keeps of an item's values by level those of one.
void keep_level(const Workspace& workspace, Level level, Item& item);

}  // namespace catalog
