#pragma once

#include <optional>

#include "workspace/workspace.h"

namespace catalog {

struct Validation;

/// A workspace that was checked and has no errors: only this can be resolved or published.
class ValidatedWorkspace {
 public:
  /// None where there are errors or rules were left out, unless `draft` (then everything made from
  /// it must be marked 草稿). Defined beside the validation, which alone can answer this.
  static std::optional<ValidatedWorkspace> of(const Validation& validation, bool draft);
  const Workspace& workspace() const { return *workspace_; }
  bool draft() const { return draft_; }

 private:
  ValidatedWorkspace(const Workspace& workspace, bool draft)
      : workspace_(&workspace), draft_(draft) {}
  const Workspace* workspace_;
  bool draft_;
};

}  // namespace catalog
