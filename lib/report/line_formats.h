#pragma once

#include <string>

#include "report/sources.h"
#include "rules/validate.h"

namespace catalog {

/// One line a finding, as editors and problem matchers read it: file:line:column: severity: message
/// [rule]
std::string concise_report(const Validation& validation, Sources& sources, Lang lang);

/// Workflow commands of GitHub Actions, which annotate the changed lines: ::error
/// file=…,line=…,col=…,title=…::message
std::string github_report(const Validation& validation, Sources& sources, Lang lang);

}  // namespace catalog
