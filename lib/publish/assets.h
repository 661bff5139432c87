#pragma once

#include <string_view>

namespace catalog {

/// lib/publish/assets/page.css: the style of every published page.
extern const std::string_view kPageCss;

}  // namespace catalog
