#pragma once

#include <string>
#include <string_view>

#include "publish/build_units.h"

namespace catalog {

/// A digest of all that decides what a build makes: the files of the workspace, the options, the
/// units and their names of the day, the libraries that write. `more` is what the caller knows
/// beside that, as the program itself. Two builds of one origin make the same bytes. `request` is
/// null for a build of standards and lists.
std::string build_origin(const ValidatedWorkspace& validated, FileSystem& files,
                         const BuildOptions& options, const UnitsRequest* request,
                         std::string_view more);

}  // namespace catalog
