#pragma once

#include <string>
#include <vector>

#include "diff/sides.h"
#include "report/formats.h"

namespace catalog {

/// What git gives to the program of `diff.NAME.command`: path, old file, its name and mode, new
/// file, its name and mode; of a renamed file two more. An absent side is /dev/null.
using DriverArguments = std::vector<std::string>;

/// Whether there are as many as git gives.
bool are_driver_arguments(const DriverArguments& arguments);

/// The changes of one file for `git diff`, `git log -p --ext-diff` and `git show --ext-diff`: by
/// item where both sides are lists, standards or guidelines; by line where one is something else or
/// can't be parsed, so that history never stops the reader.
std::string driver_diff(FileSystem& files, const DriverArguments& arguments,
                        const SideOptions& side_options, const ReportOptions& options);

}  // namespace catalog
