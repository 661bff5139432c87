#pragma once

#include <vector>

#include "diff/change.h"

namespace catalog {

/// All catalogues of one version.
struct CatalogueSet {
  std::vector<CatalogueVersion> catalogues;
  const WorkspaceFile* config = nullptr;  ///< for the reasons of domains; null where there is none
  bool is_file = false;                   ///< one file that was named as such
  bool is_whole = false;               ///< a whole workspace, so that its `domains` are all there
  std::vector<Symbol> same_domains{};  ///< of files that are the same on both sides and not read
};

/// How many changes of each class there are.
struct ClassCounts {
  size_t narrowed = 0;
  size_t widened = 0;
  size_t changed = 0;
  size_t editorial = 0;
  size_t unexplained = 0;  ///< narrowed without a reason on record

  void add(const Change& change);
  size_t all() const { return narrowed + widened + changed + editorial; }
};

}  // namespace catalog
