#pragma once

#include <string>

#include "report/report.h"
#include "report/sources.h"

namespace catalog {

/// A comment for a pull request: the counts, then a table of findings for each file, long ones
/// folded. GitHub takes 65,536 characters: what is over 60,000 is left out and counted. Values show
/// as they are written: no mark of theirs, no mention takes effect.
std::string markdown_report(const Report& report, Sources& sources, Lang lang);

}  // namespace catalog
