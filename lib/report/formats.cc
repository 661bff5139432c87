#include "report/formats.h"

#include <array>

#include "report/gitlab_report.h"
#include "report/json_report.h"
#include "report/junit_report.h"
#include "report/line_formats.h"
#include "report/markdown_report.h"
#include "report/sarif_report.h"
#include "report/text_report.h"

namespace catalog {

namespace {

/// A format of findings: its name and its writer. A new format is a file and a line here.
struct ReportFormat {
  std::string_view name;
  std::string (*write)(const Validation&, Sources&, const ReportOptions&);
};

constexpr std::array kFormats{
    ReportFormat{"text",
                 [](const Validation& v, Sources& s, const ReportOptions& o) {
                   return text_report(v, s, {.lang = o.lang, .color = o.color});
                 }},
    ReportFormat{"concise", [](const Validation& v, Sources& s,
                               const ReportOptions& o) { return concise_report(v, s, o.lang); }},
    ReportFormat{"json", [](const Validation& v, Sources& s,
                            const ReportOptions& o) { return json_report(v, s, o.lang); }},
    ReportFormat{"sarif", [](const Validation& v, Sources& s,
                             const ReportOptions& o) { return sarif_report(v, s, o.lang); }},
    ReportFormat{"github", [](const Validation& v, Sources& s,
                              const ReportOptions& o) { return github_report(v, s, o.lang); }},
    ReportFormat{"gitlab", [](const Validation& v, Sources& s,
                              const ReportOptions& o) { return gitlab_report(v, s, o.lang); }},
    ReportFormat{"junit", [](const Validation& v, Sources& s,
                             const ReportOptions& o) { return junit_report(v, s, o.lang); }},
    ReportFormat{"markdown", [](const Validation& v, Sources& s,
                                const ReportOptions& o) { return markdown_report(v, s, o.lang); }},
};

}  // namespace

bool is_report_format(std::string_view name) {
  for (const ReportFormat& format : kFormats) {
    if (format.name == name) return true;
  }
  return false;
}

std::string report_format_names() {
  std::string out;
  for (const ReportFormat& format : kFormats)
    out += (out.empty() ? "" : ", ") + std::string(format.name);
  return out;
}

std::string write_report(std::string_view name, const Validation& validation, Sources& sources,
                         const ReportOptions& options) {
  for (const ReportFormat& format : kFormats) {
    if (format.name == name) return format.write(validation, sources, options);
  }
  return {};
}

}  // namespace catalog
