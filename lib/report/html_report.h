#pragma once

#include <string>

#include "model/date.h"
#include "report/report.h"
#include "report/sources.h"

namespace catalog {

/// A report for people who decide: one HTML file without scripts or anything from elsewhere. First
/// the counts, by unit, domain and rule; then the findings of each unit and domain, the gravest
/// first, with the line, what demands it and what to do; then what the rules are for.
std::string html_report(const Report& report, Sources& sources, Lang lang, Date as_of);

}  // namespace catalog
