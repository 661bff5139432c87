#pragma once

#include "publish/build.h"
#include "rules/check_resolved.h"

namespace catalog {

/// Which units are to be built, and how.
struct UnitsRequest {
  std::vector<const Unit*> units;
  bool all = false;                  ///< all of the workspace: a whole site
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

/// Publishes units' own catalogues: OUT/UNIT/DOMAIN.FORMAT, OUT/UNIT/catalogue.xlsx, and as HTML
/// one site: OUT/UNIT/DOMAIN.html item by item, DOMAIN.table.html the table, index.html,
/// active.html and publishers.html of the unit; OUT/search.html with OUT/assets. Of all units the
/// site begins at OUT/index.html and has OUT/DOMAIN.html, the city's standard with the units that
/// have a catalogue of it, in all formats; of some it begins at OUT/units.html. Units are resolved,
/// laid out, written and dropped in parallel, so that memory grows with their texts alone. All of
/// them are checked before the first byte is written.
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

/// Whether only a build of units writes this file of the output folder: the units' folders, the
/// page that leads to them, the search.
bool is_only_of_units(const Workspace& workspace, std::string_view path);

}  // namespace catalog
