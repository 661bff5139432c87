#pragma once

#include <string>

#include "report/ownership.h"
#include "report/report.h"
#include "report/sources.h"

namespace catalog {

/// A text from a user's file as HTML: on one line, nothing of it live.
std::string html_words(std::string_view text);

/// The class of a severity: error, warning, note.
std::string_view html_class(Severity severity);

/// One finding as an <article>: what, where, the line, what demands it, what to do.
std::string html_finding(const Finding& finding, const Report& report, const Ownership& ownership,
                         const std::string& item_name, Sources& sources, Lang lang);

}  // namespace catalog
