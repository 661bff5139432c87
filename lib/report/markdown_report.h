#pragma once

#include <string>

#include "report/sources.h"
#include "rules/validate.h"

namespace catalog {

/// A comment for a pull request: the counts, then a table of findings for each file, long ones
/// folded. GitHub takes 65,536 characters: what is over 60,000 is left out and counted.
std::string markdown_report(const Validation& validation, Sources& sources, Lang lang);

}  // namespace catalog
