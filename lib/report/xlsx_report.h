#pragma once

#include <expected>
#include <string>

#include "model/date.h"
#include "report/issue_list.h"

namespace catalog {

/// The 问题清单 as inspectors send it: a summary, then a sheet a unit, on A3 landscape. What units
/// wrote into the list of the last run is kept. The column 问题编号 carries the fingerprint by
/// which the next run takes it back. An error is of the folder for temporary files.
std::expected<std::string, IoError> xlsx_report(const Report& report, Sources& sources,
                                                const IssueOptions& options, Date as_of);

}  // namespace catalog
