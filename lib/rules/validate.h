#pragma once

#include <expected>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "model/date.h"
#include "rules/rule.h"
#include "workspace/validated_workspace.h"

namespace catalog {

struct ValidateOptions {
  std::string builtin;  ///< folder of the installed national set
  unsigned threads = 0;
  std::vector<std::string> only_paths{};  ///< findings in these files or folders only; empty: all
  std::vector<std::string> only_rules{};  ///< names; empty: all
  std::vector<std::string> skip_rules{};
  Date as_of;  ///< what “today” is
  /// The baseline in the place of the one that catalog.yaml names; an empty path: none.
  std::optional<std::string> baseline{};
  std::optional<GuidelineInPlace> guideline{};
};

struct ValidationSummary {
  size_t files = 0;
  size_t catalogues = 0;  ///< lists and standards
  size_t items = 0;
  size_t errors = 0;
  size_t warnings = 0;
  size_t notes = 0;
  size_t unchanged = 0;  ///< findings left out by --since
  size_t known = 0;      ///< findings left out because the baseline holds them
};

/// Whether there are findings at or above a severity; never where that is Off.
bool reaches(const ValidationSummary& summary, Severity severity);

/// What a validation found. A workspace without errors can be made a ValidatedWorkspace.
struct Validation {
  std::unique_ptr<Workspace> workspace;
  std::vector<Finding> findings;  ///< sorted
  ValidationSummary summary;
  bool complete = false;  ///< all rules ran and no finding was left out; else it validates nothing
  std::vector<const KnownFinding*> stale{};  ///< entries of the baseline that were not found
};

/// Counts the findings by severity anew, when some were left out.
void count_severities(Validation& validation);

/// What is wrong with the names of only_rules and skip_rules, with what was perhaps meant; none if
/// nothing is.
std::optional<Message> unknown_rule(const ValidateOptions& options);

/// Loads and checks the workspace at `root` with all rules.
std::expected<Validation, IoError> validate_workspace(FileSystem& files, const std::string& root,
                                                      const ValidateOptions& options);
/// The same for bare files outside a workspace, against the installed national set.
std::expected<Validation, IoError> validate_files(FileSystem& files,
                                                  const std::vector<std::string>& paths,
                                                  const ValidateOptions& options);

}  // namespace catalog
