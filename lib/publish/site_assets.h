#pragma once

#include <string>
#include <string_view>

namespace catalog {

/// Where the style of a site's pages is, below the output folder; one for all of them.
inline constexpr std::string_view kStylePath = "assets/site.css";
std::string site_style();

}  // namespace catalog
