#pragma once

#include <string_view>

namespace catalog {

/// The version of the tool, from CMake's project().
inline constexpr std::string_view kVersion = CATALOG_VERSION;

}  // namespace catalog
