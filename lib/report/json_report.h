#pragma once

#include <string>

#include "report/sources.h"
#include "rules/validate.h"

namespace catalog {

/// `validate --format json`, as schemas/findings.schema.json describes it; one finding a line.
std::string json_report(const Validation& validation, Sources& sources, Lang lang);

}  // namespace catalog
