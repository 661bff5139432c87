#pragma once

#include <string>

#include "report/sources.h"
#include "report/text_report.h"
#include "rules/validate.h"

namespace catalog {

/// How a report is written, whatever its format.
struct ReportOptions {
  Lang lang = Lang::Zh;
  bool color = false;
};

bool is_report_format(std::string_view name);
/// `text, json`: for help and messages.
std::string report_format_names();
/// The report in the format of this name (must be one).
std::string write_report(std::string_view format, const Validation& validation, Sources& sources,
                         const ReportOptions& options);

}  // namespace catalog
