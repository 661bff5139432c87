#pragma once

#include <string>

#include "report/sources.h"
#include "rules/validate.h"

namespace catalog {

/// GitLab's Code Quality report: an array of {description, check_name, fingerprint, severity,
/// location}. GitLab drops entries with equal fingerprints; ours are of one finding each.
std::string gitlab_report(const Validation& validation, Sources& sources, Lang lang);

}  // namespace catalog
