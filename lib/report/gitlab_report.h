#pragma once

#include <string>

#include "report/report.h"
#include "report/sources.h"

namespace catalog {

/// GitLab's Code Quality report: an array of {description, check_name, fingerprint, severity,
/// location}. GitLab drops entries with equal fingerprints: no two are. What was left out is an
/// entry of its own.
std::string gitlab_report(const Report& report, Sources& sources, Lang lang);

}  // namespace catalog
