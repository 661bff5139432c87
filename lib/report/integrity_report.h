#pragma once

#include <string>

#include "publish/manifest.h"
#include "text/bilingual.h"

namespace catalog {

/// What `verify` says of a folder, for people.
std::string integrity_text(const Integrity& integrity, Lang lang);
/// The same as JSON (schemas/verification.schema.json).
std::string integrity_json(const Integrity& integrity);

}  // namespace catalog
