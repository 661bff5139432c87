#pragma once

#include <string>
#include <vector>

#include "diff/alike_pairs.h"
#include "diff/catalogue_version.h"

namespace catalog {

/// One version as pairing looks at it: its items, and which of them are in no pair yet. Names and
/// rows are worked out when they are first asked for: most items pair by id and need none.
class PairingSide {
 public:
  explicit PairingSide(const CatalogueVersion& version);

  const CatalogueVersion& catalogue() const { return catalogue_; }
  size_t size() const { return open_.size(); }
  const Item& item(size_t i) const { return *catalogue_.items[i]; }
  /// The name in comparison form.
  const std::string& name(size_t i) const;
  /// The guideline rows that the item implements.
  const std::vector<Symbol>& rows(size_t i) const;
  PairKey key(size_t i) const { return {name(i), item(i).id.view()}; }

  bool is_open(size_t i) const { return open_[i]; }
  void close(size_t i) { open_[i] = false; }
  std::vector<size_t> still_open() const;

 private:
  const CatalogueVersion& catalogue_;
  std::vector<bool> open_;
  mutable std::vector<const std::string*> names_;
  mutable std::vector<std::vector<Symbol>> rows_;
  mutable std::vector<bool> has_rows_;
};

bool share_row(const PairingSide& a, size_t i, const PairingSide& b, size_t j);
/// Likeness of the names, 0 to 1.
double name_likeness(const PairingSide& a, size_t i, const PairingSide& b, size_t j);
/// The comparison forms of an item's elements, sorted, each once.
std::vector<std::string_view> element_forms(const Item& item);
/// The part of their elements that two items have in common, 0 to 1.
double element_likeness(const Item& a, const Item& b);

}  // namespace catalog
