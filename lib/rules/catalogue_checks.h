#pragma once

#include <vector>

#include "rules/settings.h"
#include "rules/views.h"

namespace catalog {

/// Runs the checks of catalogues and items; safe from any thread.
class CatalogueChecks {
 public:
  explicit CatalogueChecks(const RuleSettings& settings);

  /// All of them.
  void run(const CatalogueView& view, std::vector<Finding>& found) const;
  /// Only those of items; with `of_texts` only those of form and text, for values that are no whole
  /// items.
  void run_items(const CatalogueView& view, bool of_texts, std::vector<Finding>& found) const;

 private:
  const RuleSettings& settings_;
  std::vector<const Rule*> item_rules_;
  std::vector<const Rule*> text_rules_;
  std::vector<const Rule*> catalogue_rules_;
};

}  // namespace catalog
