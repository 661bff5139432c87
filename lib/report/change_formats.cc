#include "report/change_formats.h"

#include <array>

namespace catalog {

namespace {

struct ChangeFormat {
  std::string_view name;
  std::string (*write)(const ChangeReport&, Sources&, const ReportOptions&);
};

constexpr std::array<ChangeFormat, 5> kFormats{{
    {"text", [](const ChangeReport& report, Sources&,
                const ReportOptions& options) { return changes_text(report, options); }},
    {"stat", [](const ChangeReport& report, Sources&,
                const ReportOptions& options) { return changes_stat(report, options); }},
    {"json", [](const ChangeReport& report, Sources& sources,
                const ReportOptions&) { return changes_json(report, sources); }},
    {"markdown", [](const ChangeReport& report, Sources&,
                    const ReportOptions& options) { return changes_markdown(report, options); }},
    {"github", changes_github},
}};

}  // namespace

bool is_change_format(std::string_view name) {
  for (const ChangeFormat& format : kFormats) {
    if (format.name == name) return true;
  }
  return false;
}

std::string change_format_names() {
  std::string out;
  for (const ChangeFormat& format : kFormats) {
    out += (out.empty() ? "" : ", ") + std::string(format.name);
  }
  return out;
}

std::string write_changes(std::string_view name, const ChangeReport& report, Sources& sources,
                          const ReportOptions& options) {
  for (const ChangeFormat& format : kFormats) {
    if (format.name == name) return format.write(report, sources, options);
  }
  return {};
}

}  // namespace catalog
