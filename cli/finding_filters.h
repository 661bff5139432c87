#pragma once

#include <memory>
#include <string>

#include "cli/context.h"
#include "cli/workspace_paths.h"
#include "rules/validate.h"
#include "source/revision_file_system.h"

namespace catalog {

/// What a command line says of findings that are left out: --since and the baseline.
struct FilterArguments {
  std::string since;
  std::string baseline;
  bool no_baseline = false;
  bool create_baseline = false;
  bool update_baseline = false;
};

void add_filter_options(CLI::App& command, FilterArguments& arguments, const Context& context);

/// Whether the options go with one another and with a check of `partial` scope; complains if not.
bool filters_agree(const FilterArguments& arguments, bool partial, Context& context);

/// The baseline for ValidateOptions.
std::optional<std::string> baseline_option(const FilterArguments& arguments);

/// The files at --since; none where it is not given. Complains and fails where there is no such
/// revision.
std::unique_ptr<RevisionFileSystem> files_since(const FilterArguments& arguments,
                                                const Target& target, Context& context);

/// Makes or shrinks the baseline as asked for; false where it failed. What a new one holds is no
/// longer among the findings.
bool write_baseline(const FilterArguments& arguments, Validation& validation, Context& context);

}  // namespace catalog
