#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <utility>

#include "workspace/resolve.h"

namespace catalog {

/// Versions of standards that are no longer current, from the workspace's history in git: of each
/// version its last text. Safe from several threads.
class EarlierStandards {
 public:
  explicit EarlierStandards(const Workspace& workspace) : workspace_(workspace) {}

  /// Null where git, the repository or the version is not there. Lives as long as this.
  const Standard* find(Symbol domain, Symbol version);
  /// A digest of all that was found so far.
  std::string digest() const;
  EarlierStandard finder() {
    return [this](Symbol domain, Symbol version) { return find(domain, version); };
  }

 private:
  struct Found {
    std::unique_ptr<Standard> standard;
    std::string digest;  ///< of its text
  };
  Found look_up(Symbol domain, Symbol version) const;

  const Workspace& workspace_;
  mutable std::mutex mutex_;
  std::map<std::pair<uint32_t, uint32_t>, Found> known_;
};

}  // namespace catalog
