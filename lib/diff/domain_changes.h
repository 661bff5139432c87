#pragma once

#include <string>
#include <vector>

#include "diff/catalogue_set.h"
#include "text/bilingual.h"

namespace catalog {

/// How the catalogues of one domain stand in the newer version (保留, 调整, 新增, 不设).
enum class DomainStatus : uint8_t { Kept, Changed, New, Omitted };
inline constexpr size_t kDomainStatuses = 4;

/// 保留, 调整, 新增, 不设.
Bilingual domain_status_word(DomainStatus status);
std::string_view domain_status_key(DomainStatus status);

/// What changed in one domain.
struct DomainChange {
  Symbol domain;
  std::string name;
  DomainStatus status = DomainStatus::Kept;
  bool is_news = false;  ///< it was not so before: changed, new, or newly left out
  std::string reason{};  ///< 不设 or 新增: as the newer workspace gives it
  std::string basis{};
  ClassCounts counts{};
};

/// The domains of both versions, in the order of their names: those that a side has catalogues of,
/// and those that a workspace leaves out. Whether one changed, `changes` say.
std::vector<DomainChange> domain_changes(const CatalogueSet& before, const CatalogueSet& after,
                                         const std::vector<Change>& changes,
                                         const Workspace& names);

/// Whether the newer version leaves the domain out, and gives the reason in its workspace.
const DomainEntry* reason_of_omission(const CatalogueSet& after, Symbol domain);

}  // namespace catalog
