#pragma once

#include <optional>
#include <string_view>

#include "workspace/workspace.h"

namespace catalog {

struct Validation;

/// The word that marks whatever was made from a workspace with errors, unless another is given.
inline constexpr std::string_view kDraftMark = "草稿";

/// A workspace that was checked and has no errors: only this can be resolved or published.
class ValidatedWorkspace {
 public:
  /// None where there are errors or rules were left out, unless `draft` (then everything made from
  /// it must be marked with `mark`, a literal). Defined beside the validation, which alone can
  /// answer this.
  static std::optional<ValidatedWorkspace> of(const Validation& validation, bool draft,
                                              std::string_view mark = kDraftMark);
  const Workspace& workspace() const { return *workspace_; }
  bool draft() const { return !draft_mark_.empty(); }
  /// The word that everything made from it bears; empty where it is no draft.
  std::string_view draft_mark() const { return draft_mark_; }

 private:
  ValidatedWorkspace(const Workspace& workspace, std::string_view draft_mark)
      : workspace_(&workspace), draft_mark_(draft_mark) {}
  const Workspace* workspace_;
  std::string_view draft_mark_;
};

}  // namespace catalog
