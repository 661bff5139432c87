#pragma once

#include <expected>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "model/date.h"
#include "rules/rule.h"

namespace catalog {

struct ValidateOptions {
  std::string builtin;  ///< folder of the installed national set
  unsigned threads = 0;
  std::vector<std::string> only_paths;  ///< findings in these files or folders only; empty: all
  std::vector<std::string> only_rules;  ///< names; empty: all
  std::vector<std::string> skip_rules;
  Date as_of;  ///< what “today” is
};

struct ValidationSummary {
  size_t files = 0;
  size_t catalogues = 0;  ///< lists and standards
  size_t items = 0;
  size_t errors = 0;
  size_t warnings = 0;
  size_t notes = 0;
};

/// What a validation found. A workspace without errors can be made a ValidatedWorkspace.
struct Validation {
  std::unique_ptr<Workspace> workspace;
  std::vector<Finding> findings;  ///< sorted
  ValidationSummary summary;
  bool complete = false;  ///< all rules ran; a partial check validates nothing
};

/// A workspace that was checked and has no errors: only this can be resolved or published.
class ValidatedWorkspace {
 public:
  /// None where there are errors or rules were left out, unless `draft` (then everything made from
  /// it must be marked 草稿).
  static std::optional<ValidatedWorkspace> of(const Validation& validation, bool draft);
  const Workspace& workspace() const { return *workspace_; }
  bool draft() const { return draft_; }

 private:
  ValidatedWorkspace(const Workspace& workspace, bool draft)
      : workspace_(&workspace), draft_(draft) {}
  const Workspace* workspace_;
  bool draft_;
};

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
