#pragma once

#include <string>

#include "report/report.h"
#include "report/sources.h"

namespace catalog {

/// `validate --format json`, as schemas/findings.schema.json describes it; one finding a line.
std::string json_report(const Report& report, Sources& sources, Lang lang);

}  // namespace catalog
