#include <array>

#include "report/merge_report.h"

namespace catalog {

namespace {

struct MergeFormat {
  std::string_view name;
  std::string (*write)(const MergeReport&, Sources&, const MergeReportStyle&);
};

constexpr std::array kFormats{MergeFormat{"text", merge_text}, MergeFormat{"json", merge_json},
                              MergeFormat{"html", merge_html}};

}  // namespace

bool is_merge_format(std::string_view name) {
  for (const MergeFormat& format : kFormats) {
    if (format.name == name) return true;
  }
  return false;
}

std::string merge_format_names() {
  std::string out;
  for (const MergeFormat& format : kFormats)
    out += (out.empty() ? "" : ", ") + std::string(format.name);
  return out;
}

std::string write_merge_report(std::string_view format, const MergeReport& report, Sources& sources,
                               const MergeReportStyle& style) {
  for (const MergeFormat& known : kFormats) {
    if (known.name == format) return known.write(report, sources, style);
  }
  return {};
}

}  // namespace catalog
