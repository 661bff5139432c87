#pragma once

#include <span>
#include <string>

#include "report/sources.h"
#include "workspace/resolve.h"

namespace catalog {

/// The catalogues of one unit as JSON (schemas/resolved.schema.json): each item with its values and
/// where each of them is written.
std::string resolved_json(const Workspace& workspace, const Unit& unit,
                          std::span<const ResolvedCatalogue> catalogues, Sources& sources);

}  // namespace catalog
