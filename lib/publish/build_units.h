#pragma once

#include "publish/build.h"
#include "rules/check_resolved.h"

namespace catalog {

/// Which units are to be built, and how.
struct UnitsRequest {
  std::vector<const Unit*> units;
  ValidateOptions checks;            ///< for checking the resolved catalogues again
  unsigned threads = 0;              ///< 0: one for each processor
  EarlierStandard earlier{};         ///< finds versions that are no longer current; may be empty
  std::vector<Symbol> domains{};     ///< just these; empty: all
  std::span<const Finding> known{};  ///< what the validation of the workspace found
};

struct UnitsResult : BuildResult {
  std::vector<Finding> warnings;     ///< that only the resolved catalogues have
  std::vector<const Unit*> without;  ///< units that have no catalogue: they have adopted nothing
};

/// Publishes units' own catalogues: OUT/UNIT/index.html, OUT/UNIT/catalogue.xlsx,
/// OUT/UNIT/DOMAIN.FORMAT, and OUT/units.html, which leads to them. Units are resolved, laid out,
/// written and dropped in parallel, so that memory does not grow with their number. All of them are
/// checked before the first byte is written.
std::expected<UnitsResult, IoError> build_units(const ValidatedWorkspace& validated,
                                                FileSystem& files, const UnitsRequest& request,
                                                const BuildOptions& options);

/// The domains that paths stand for where units' catalogues are built: those of the standards, and
/// of these units' own lists, in the files or below the folders. A message for a path with none.
std::expected<std::vector<Symbol>, Message> domains_at(const Workspace& workspace,
                                                       FileSystem& files,
                                                       const std::vector<std::string>& paths,
                                                       const std::vector<const Unit*>& units);

/// The units that have a catalogue of their own or could adopt one: all of the units file.
std::vector<const Unit*> all_units(const Workspace& workspace);

}  // namespace catalog
