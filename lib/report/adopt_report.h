#pragma once

#include <string>

#include "report/sources.h"
#include "workspace/adopt.h"

namespace catalog {

/// What changed in the standards, item by item, and what needs judgement, with its line; empty
/// where there is nothing to say.
std::string adopt_text(const AdoptPlan& plan, const Workspace& workspace, Sources& sources,
                       Lang lang);

}  // namespace catalog
