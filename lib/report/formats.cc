#include "report/formats.h"

#include <algorithm>
#include <array>

#include "report/gitlab_report.h"
#include "report/html_report.h"
#include "report/json_report.h"
#include "report/junit_report.h"
#include "report/line_formats.h"
#include "report/markdown_report.h"
#include "report/sarif_report.h"
#include "report/text_report.h"
#include "report/xlsx_report.h"

namespace catalog {

namespace {

using Bytes = std::expected<std::string, IoError>;

/// A format of findings: its name and its writer. A new format is a file and a line here.
struct ReportFormat {
  std::string_view name;
  Bytes (*write)(const Report&, Sources&, const ReportOptions&);
  bool binary = false;
};

/// The writer of a format that needs the language only.
template <std::string (*kWrite)(const Report&, Sources&, Lang)>
Bytes in_words(const Report& report, Sources& sources, const ReportOptions& options) {
  return kWrite(report, sources, options.lang);
}

constexpr std::string_view kText = "text";

TextStyle terminal_style(const ReportOptions& options) {
  return {.lang = options.lang, .color = options.color, .threads = options.threads};
}

Bytes for_terminal(const Report& report, Sources& sources, const ReportOptions& options) {
  return text_report(report, sources, terminal_style(options));
}

Bytes issue_workbook(const Report& report, Sources& sources, const ReportOptions& options) {
  IssueOptions issues = options.issues;
  issues.lang = options.lang;
  return xlsx_report(report, sources, issues, options.as_of);
}

Bytes page(const Report& report, Sources& sources, const ReportOptions& options) {
  return html_report(report, sources, options.lang, options.as_of);
}

constexpr std::array kFormats{
    ReportFormat{kText, for_terminal},
    ReportFormat{"concise", in_words<concise_report>},
    ReportFormat{"json", in_words<json_report>},
    ReportFormat{"sarif", in_words<sarif_report>},
    ReportFormat{"github", in_words<github_report>},
    ReportFormat{"gitlab", in_words<gitlab_report>},
    ReportFormat{"junit", in_words<junit_report>},
    ReportFormat{"markdown", in_words<markdown_report>},
    ReportFormat{"html", page},
    ReportFormat{"xlsx", issue_workbook, true},
};

}  // namespace

bool is_report_format(std::string_view name) {
  for (const ReportFormat& format : kFormats) {
    if (format.name == name) return true;
  }
  return false;
}

bool is_binary_format(std::string_view name) {
  return std::ranges::any_of(
      kFormats, [&](const ReportFormat& format) { return format.name == name && format.binary; });
}

std::string report_format_names() {
  std::string out;
  for (const ReportFormat& format : kFormats)
    out += (out.empty() ? "" : ", ") + std::string(format.name);
  return out;
}

Bytes write_report(std::string_view name, const Report& report, Sources& sources,
                   const ReportOptions& options) {
  for (const ReportFormat& format : kFormats) {
    if (format.name == name) return format.write(report, sources, options);
  }
  return {};
}

std::expected<void, IoError> write_report(std::string_view name, const Report& report,
                                          Sources& sources, const ReportOptions& options,
                                          const std::function<void(std::string_view)>& out) {
  if (name == kText) {
    text_report(report, sources, terminal_style(options), out);
    return {};
  }
  const Bytes bytes = write_report(name, report, sources, options);
  if (!bytes) return std::unexpected(bytes.error());
  out(*bytes);
  return {};
}

}  // namespace catalog
