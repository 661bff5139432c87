#pragma once

#include <string>

#include "report/report.h"
#include "report/sources.h"

namespace catalog {

/// One line a finding, as editors and problem matchers read it: file:line:column: severity: message
/// [rule]
std::string concise_report(const Report& report, Sources& sources, Lang lang);

/// Workflow commands of GitHub Actions, which annotate the changed lines: ::error
/// file=…,line=…,col=…,title=…::message
std::string github_report(const Report& report, Sources& sources, Lang lang);

}  // namespace catalog
