#pragma once

#include <cstdint>
#include <nlohmann/json_fwd.hpp>

#include "diff/change.h"
#include "report/sources.h"

namespace catalog {

/// One change as schemas/changes.schema.json describes it; `line` is where it stands in the newer
/// version, 0 where it does not.
nlohmann::ordered_json change_json(const Change& change, uint32_t line);
nlohmann::ordered_json change_json(const Change& change, Sources& sources);

}  // namespace catalog
