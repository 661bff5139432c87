#pragma once

#include <expected>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "diff/version_diff.h"
#include "rules/validate.h"

namespace catalog {

/// What is known of a finding that a new guideline brings or settles, beside the finding.
struct ImpactUse {
  std::optional<Severity> was;       ///< it is there today, but less grave
  std::vector<const Unit*> units{};  ///< whose own catalogues carry what is written there
};

/// A row whose printed 序号 changed; its id did not.
struct RenumberedRow {
  std::string id;
  std::string name;
  std::string before;
  std::string after;
  Place place;
};

/// What a new guideline changes in a workspace, before anyone edits: the findings with it in the
/// place of the old one against those of today.
struct Impact {
  Symbol domain;
  std::string name;      ///< of the domain
  std::string old_file;  ///< empty where the domain has no guideline so far
  std::string new_file;
  Validation before;             ///< of today, all findings
  Validation after;              ///< only the findings that are new or graver, sorted
  std::vector<Finding> settled;  ///< of today, gone with the new guideline
  std::unordered_map<uint64_t, ImpactUse> uses;  ///< by fingerprint
  VersionDiff rows;                              ///< how the rows themselves changed
  CatalogueSet old_set, new_set;                 ///< what `rows` points into
  std::vector<RenumberedRow> renumbered;
  size_t catalogues = 0;  ///< lists and standards of the domain
  size_t units = 0;       ///< with a catalogue of it resolved from the standard

  const Guideline& guideline() const { return *after.workspace->guideline(domain); }
};

/// Validates the workspace as it is, and with the guideline in the place of the one of its domain;
/// units' own catalogues of the domain are resolved and checked in both. Findings in resolved
/// catalogues are told once for each line they are written at. A message where the file is no
/// guideline, the one in use already, or a catalogue can't be parsed.
std::expected<Impact, Message> impact_of(FileSystem& files, const std::string& root,
                                         const std::string& guideline,
                                         const ValidateOptions& options);

/// Keeps what concerns one unit: its lists, and its own catalogues.
void keep_unit(Impact& impact, const Unit& unit);

}  // namespace catalog
