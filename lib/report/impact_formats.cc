#include <array>

#include "report/impact_report.h"

namespace catalog {

namespace {

using Bytes = std::expected<std::string, IoError>;

/// A format of what a guideline would change; a new one is a file and a line here.
struct ImpactFormat {
  std::string_view name;
  Bytes (*write)(const Impact&, Sources&, const ReportOptions&);
  bool binary = false;
};

Bytes for_machines(const Impact& impact, Sources& sources, const ReportOptions& options) {
  return impact_json(impact, sources, options.lang);
}

Bytes for_a_comment(const Impact& impact, Sources& sources, const ReportOptions& options) {
  return impact_markdown(impact, sources, options.lang);
}

Bytes for_terminal(const Impact& impact, Sources& sources, const ReportOptions& options) {
  return impact_text(impact, sources, options);
}

/// The 问题清单 of what is new, as it goes to the units.
Bytes issue_workbook(const Impact& impact, Sources& sources, const ReportOptions& options) {
  return write_report("xlsx", report_of(impact.after, std::nullopt), sources, options);
}

constexpr std::array kFormats{
    ImpactFormat{"text", for_terminal},
    ImpactFormat{"json", for_machines},
    ImpactFormat{"markdown", for_a_comment},
    ImpactFormat{"xlsx", issue_workbook, true},
};

const ImpactFormat* find_format(std::string_view name) {
  const auto found = std::ranges::find(kFormats, name, &ImpactFormat::name);
  return found == kFormats.end() ? nullptr : &*found;
}

}  // namespace

bool is_impact_format(std::string_view name) { return find_format(name) != nullptr; }

std::string impact_format_names() {
  std::string out;
  for (const ImpactFormat& format : kFormats)
    out += (out.empty() ? "" : ", ") + std::string(format.name);
  return out;
}

bool is_binary_impact_format(std::string_view name) {
  const ImpactFormat* format = find_format(name);
  return format && format->binary;
}

Bytes write_impact(std::string_view name, const Impact& impact, Sources& sources,
                   const ReportOptions& options) {
  const ImpactFormat* format = find_format(name);
  return format ? format->write(impact, sources, options) : Bytes();
}

}  // namespace catalog
