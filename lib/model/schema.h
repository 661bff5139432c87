#pragma once

#include <string>

#include "model/kinds.h"

namespace catalog {

/// The JSON Schema (draft 2020-12) of a kind of file, generated from the field table: keys in both
/// languages, scalars as text or number with a pattern (an editor reads 2020.10 as a number).
std::string schema_of(Kind kind);

/// `list.schema.json` and the like.
std::string schema_file_name(Kind kind);

}  // namespace catalog
