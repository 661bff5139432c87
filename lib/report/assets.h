#pragma once

#include <string_view>

namespace catalog {

/// report.css, which a report of findings carries in its head.
extern const std::string_view kReportCss;

}  // namespace catalog
