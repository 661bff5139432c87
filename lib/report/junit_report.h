#pragma once

#include <string>

#include "report/report.h"
#include "report/sources.h"

namespace catalog {

/// JUnit's XML, which most CI systems show: a suite a file, a case a finding; notes are skipped
/// cases, warnings and errors failures.
std::string junit_report(const Report& report, Sources& sources, Lang lang);

}  // namespace catalog
