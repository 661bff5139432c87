#pragma once

#include <memory>
#include <optional>
#include <string>

#include "cli/context.h"
#include "rules/validate.h"

namespace catalog {

/// A workspace that a command works on once it is validated.
struct CheckedWorkspace {
  std::string root;
  ValidateOptions checks;
  Validation validation;
  std::optional<ValidatedWorkspace> validated;

  const Workspace& workspace() const { return *validation.workspace; }
};

/// Validates the workspace at `folder` (empty: the one around the current folder). With errors in
/// it they are shown and the command ends with exit code 1 (2 where a text can't be parsed), unless
/// `draft`. Nothing where the command is to end.
std::unique_ptr<CheckedWorkspace> checked_workspace(const std::string& folder, bool draft,
                                                    Context& context);

/// Shows on standard error the warnings that only resolved catalogues have, and how many.
void complain_of_news(const std::vector<Finding>& warnings, const Workspace& workspace,
                      Context& context);

/// Shows the errors among findings on standard error, says that nothing was made, and sets the exit
/// code.
void complain_of_errors(std::vector<Finding> findings, const Workspace& workspace,
                        const Message& nothing_made, Context& context);

}  // namespace catalog
