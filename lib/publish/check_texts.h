#pragma once

#include <vector>

#include "publish/edition.h"
#include "source/finding.h"

namespace catalog {

/// Warns of characters in an edition that no published form can carry (control characters, U+FFFE,
/// U+FFFF: XML 1.0, section 2.2); they are written as U+FFFD.
std::vector<Finding> check_texts(const Edition& edition);

}  // namespace catalog
