#pragma once

#include <unordered_map>

#include "model/field.h"
#include "workspace/workspace.h"

namespace catalog {

/// What texts mean, field by field: the vocabulary's words, the register's documents, deadlines
/// part by part, and for all else the comparison form. Decides when two authors say the same.
class MergeMeanings {
 public:
  explicit MergeMeanings(const Workspace& workspace) : workspace_(workspace) {}

  const Workspace& workspace() const { return workspace_; }
  /// Texts of one meaning have one key; what sets are made of.
  Symbol key(const FieldInfo& field, Symbol text) const;
  /// Whether two texts say the same. Of deadlines this is no equivalence: an unnamed event stands
  /// for any.
  bool same(const FieldInfo& field, Symbol a, Symbol b) const;
  /// The key of a level's word; an unknown word stands for itself.
  Symbol level_key(Symbol word) const;
  /// The text of the two that is on the public's side, or one made of parts of both; nothing where
  /// they can't be ordered. The items are those in which they stand.
  std::optional<Symbol> stricter(const FieldInfo& field, Symbol a, Symbol b, const Item& first,
                                 const Item& second) const;

 private:
  Symbol citation_key(Symbol entry) const;

  const Workspace& workspace_;
  mutable std::unordered_map<Symbol, Symbol> forms_, citations_;  ///< remembered
};

}  // namespace catalog
