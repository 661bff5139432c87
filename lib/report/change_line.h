#pragma once

#include <string>
#include <string_view>

#include "report/change_words.h"
#include "report/formats.h"

namespace catalog {

/// One change as the terminal shows it: its class, what changed with the changed words marked, and
/// the reason on record.
std::string change_line(const Change& change, const ReportOptions& options);

}  // namespace catalog
