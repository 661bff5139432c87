#pragma once

#include <deque>
#include <memory>
#include <string>
#include <vector>

#include "diff/change.h"

namespace catalog {

/// How the catalogues of one domain stand in the newer version (保留, 调整, 新增, 不设).
enum class DomainStatus : uint8_t { Kept, Changed, New, Omitted };

struct ClassCounts {
  size_t narrowed = 0;
  size_t widened = 0;
  size_t changed = 0;
  size_t editorial = 0;
  size_t unexplained = 0;  ///< narrowed without a reason on record

  void add(const Change& change);
  size_t all() const { return narrowed + widened + changed + editorial; }
};

/// What changed in one domain.
struct DomainChange {
  Symbol domain;
  std::string name;
  DomainStatus status = DomainStatus::Kept;
  std::string reason{};  ///< 不设 or 新增: as the newer workspace gives it
  std::string basis{};
  ClassCounts counts{};
};

/// All catalogues of one version.
struct CatalogueSet {
  std::vector<CatalogueVersion> catalogues;
  const WorkspaceFile* config = nullptr;  ///< for the reasons of domains; null where there is none
  bool is_file = false;                   ///< one file that was named as such
};

/// What differs between two versions: first by domain, then by item, in an order that does not
/// depend on the order of files and items. Changes point into both versions.
struct VersionDiff {
  std::vector<DomainChange> domains;
  std::vector<Change> changes;
  ClassCounts counts;
};

/// Compares two versions. Catalogues pair by address; a file that was named as such with the only
/// one of the other side, whatever their kinds. An item that left one list and stands word for word
/// alike in another one was moved.
VersionDiff compare_versions(const CatalogueSet& before, const CatalogueSet& after,
                             const Knowledge& knowledge, const Workspace& names);

/// 保留, 调整, 新增, 不设.
Bilingual domain_status_word(DomainStatus status);
std::string_view domain_status_key(DomainStatus status);

/// The counts again, after explanations were added.
void count_changes(VersionDiff& diff);

}  // namespace catalog
