#pragma once

#include <expected>
#include <functional>
#include <string>

#include "model/date.h"
#include "report/issue_list.h"
#include "report/report.h"
#include "report/sources.h"
#include "report/text_report.h"

namespace catalog {

/// How a report is written, whatever its format.
struct ReportOptions {
  Lang lang = Lang::Zh;
  bool color = false;
  unsigned threads = 1;   ///< 0: as many as there are processors
  Date as_of{};           ///< the day that a report names
  IssueOptions issues{};  ///< for xlsx; its language is `lang`
};

bool is_report_format(std::string_view name);
/// `text, json`: for help and messages.
std::string report_format_names();
/// Whether a format is no text, so that it is not for a terminal.
bool is_binary_format(std::string_view name);
/// The report in the format of this name (must be one). An error is of the folder for temporary
/// files.
std::expected<std::string, IoError> write_report(std::string_view format, const Report& report,
                                                 Sources& sources, const ReportOptions& options);
/// The same, handed on in pieces where the format can be written so.
std::expected<void, IoError> write_report(std::string_view format, const Report& report,
                                          Sources& sources, const ReportOptions& options,
                                          const std::function<void(std::string_view)>& out);

}  // namespace catalog
