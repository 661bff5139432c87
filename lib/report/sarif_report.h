#pragma once

#include <string>

#include "report/report.h"
#include "report/sources.h"

namespace catalog {

/// SARIF 2.1.0, for code scanning. GitHub takes 25,000 results and shows 5,000: where there are
/// more, the gravest come first, and what is cut is said in a notification. Columns are code
/// points, never 0.
std::string sarif_report(const Report& report, Sources& sources, Lang lang);

}  // namespace catalog
