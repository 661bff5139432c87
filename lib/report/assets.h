#pragma once

#include <string_view>

namespace catalog {

/// report.css, which a report of findings carries in its head.
extern const std::string_view kReportCss;
/// changes.css and changes.js, which a page of changes carries beside it.
extern const std::string_view kChangesCss;
extern const std::string_view kChangesJs;

}  // namespace catalog
