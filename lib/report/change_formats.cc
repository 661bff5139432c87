#include "report/change_formats.h"

#include <array>

namespace catalog {

namespace {

using Written = std::expected<std::string, IoError>;

struct ChangeFormat {
  std::string_view name;
  Written (*write)(const ChangeReport&, Sources&, const ReportOptions&);
  bool binary = false;
};

/// A format that needs no lines of files.
template <auto Write>
Written plain(const ChangeReport& report, Sources&, const ReportOptions& options) {
  return Write(report, options);
}
template <auto Write>
Written with_lines(const ChangeReport& report, Sources& sources, const ReportOptions& options) {
  return Write(report, sources, options);
}

constexpr std::string_view kText = "text";

constexpr std::array<ChangeFormat, 8> kFormats{{
    {kText, [](const ChangeReport& report, Sources&,
               const ReportOptions& options) { return Written(changes_text(report, options)); }},
    {"stat", plain<changes_stat>},
    {"json", [](const ChangeReport& report, Sources& sources,
                const ReportOptions&) { return Written(changes_json(report, sources)); }},
    {"markdown", plain<changes_markdown>},
    {"html", plain<changes_html>},
    {"xlsx", plain<changes_xlsx>, true},
    {"sarif", with_lines<changes_sarif>},
    {"github", with_lines<changes_github>},
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

bool is_binary_change_format(std::string_view name) {
  for (const ChangeFormat& format : kFormats) {
    if (format.name == name) return format.binary;
  }
  return false;
}

std::expected<std::string, IoError> write_changes(std::string_view name, const ChangeReport& report,
                                                  Sources& sources, const ReportOptions& options) {
  for (const ChangeFormat& format : kFormats) {
    if (format.name == name) return format.write(report, sources, options);
  }
  return std::string();
}

std::expected<void, IoError> write_changes(std::string_view name, const ChangeReport& report,
                                           Sources& sources, const ReportOptions& options,
                                           const std::function<void(std::string_view)>& out) {
  if (name == kText) {
    changes_text(report, options, out);
    return {};
  }
  const Written whole = write_changes(name, report, sources, options);
  if (!whole) return std::unexpected(whole.error());
  out(*whole);
  return {};
}

}  // namespace catalog
