#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "report/report.h"
#include "report/sources.h"

namespace catalog {

/// `validate --format json`, as schemas/findings.schema.json describes it; one finding a line.
std::string json_report(const Report& report, Sources& sources, Lang lang);

/// One finding, as it stands there.
nlohmann::ordered_json finding_json(const Finding& finding, Sources& sources, Lang lang);

}  // namespace catalog
