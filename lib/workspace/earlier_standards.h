#pragma once

#include <map>
#include <memory>
#include <mutex>
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
  EarlierStandard finder() {
    return [this](Symbol domain, Symbol version) { return find(domain, version); };
  }

 private:
  std::unique_ptr<Standard> look_up(Symbol domain, Symbol version) const;

  const Workspace& workspace_;
  std::mutex mutex_;
  std::map<std::pair<uint32_t, uint32_t>, std::unique_ptr<Standard>> known_;
};

}  // namespace catalog
