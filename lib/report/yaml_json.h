#pragma once

#include <nlohmann/json_fwd.hpp>

#include "yaml/emit.h"

namespace catalog {

/// A YAML value as JSON: texts, lists, objects in their order.
nlohmann::ordered_json json_of(const yaml::Value& value);

}  // namespace catalog
