#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "diff/file_versions.h"
#include "diff/history.h"

namespace catalog {

/// The reasons on record at each version of the workspace, so that a change is explained by the
/// records that were made for it, before its version was published or with it.
class HistoryReasons {
 public:
  /// Tells what stood in the workspace at a commit, from the newest to the oldest.
  void see(const std::string& version, std::vector<const AdjustmentsFile*> records);
  /// The records that may explain a change made while the workspace had this version: those of the
  /// version, those that the next version began with, and whatever names changes by fingerprint.
  std::shared_ptr<std::vector<AdjustmentsFile>> records_for(const std::string& version);

 private:
  struct Period {
    std::string version;
    std::vector<const AdjustmentsFile*> last;   ///< as its newest commit has them
    std::vector<const AdjustmentsFile*> first;  ///< as its oldest commit has them
  };
  std::vector<Period> periods_;  ///< the newest first
  std::vector<const AdjustmentsFile*> all_;
  std::map<std::string, std::shared_ptr<std::vector<AdjustmentsFile>>> made_;
};

}  // namespace catalog
