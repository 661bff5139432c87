#pragma once

#include <string>
#include <vector>

#include "rules/settings.h"
#include "rules/validate.h"

namespace catalog {

/// How a baseline stands to the findings of one run.
struct BaselineUse {
  const BaselineFile& baseline;
  size_t known = 0;  ///< findings that it holds; they are left out
  /// Entries without a finding, of the rules that this run could have found them by. None where
  /// only some paths were asked for.
  std::vector<const KnownFinding*> stale{};
};

/// Takes the findings that the workspace's baseline holds out of `findings`.
BaselineUse apply_baseline(const Workspace& workspace, const ValidateOptions& options,
                           const RuleSettings& settings, std::vector<Finding>& findings);

/// All findings of a validation as the entries of a new baseline, by address or file, rule and
/// field, with their messages in this language. Paths count from the workspace's root.
BaselineFile baseline_of(const Validation& validation, Lang lang);
/// The baseline without its stale entries; the others stay as they are.
BaselineFile shrunk(const BaselineFile& baseline, const std::vector<const KnownFinding*>& stale);
/// A baseline as a file: one line an entry.
std::string baseline_text(const BaselineFile& baseline, Lang keys, std::string_view schema_path);

}  // namespace catalog
