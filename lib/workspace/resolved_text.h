#pragma once

#include <string>
#include <string_view>

#include "workspace/resolve.h"

namespace catalog {

/// A resolved catalogue as the YAML of a list, the same bytes for the same catalogue.
std::string resolved_yaml(const ResolvedCatalogue& catalogue, std::string_view schema_path);

}  // namespace catalog
