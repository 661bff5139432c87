#pragma once

#include <string>

namespace catalog {

/// The file that keeps in mind what the last build of a folder was made from: below
/// $XDG_CACHE_HOME/catalog, else ~/.cache/catalog. Empty where there is no such place.
std::string build_memory(const std::string& canonical_out);

/// What tells this program from another one, also from one that was built anew; empty where that
/// can't be found out.
std::string program_identity();

}  // namespace catalog
