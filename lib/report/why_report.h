#pragma once

#include <string>

#include "report/sources.h"
#include "workspace/why.h"

namespace catalog {

/// The chain as lines for people: step, address, file:line, value.
std::string why_text(const Why& why, Sources& sources, Lang lang);
/// The same as JSON (schemas/why.schema.json).
std::string why_json(const Why& why, Sources& sources);

}  // namespace catalog
