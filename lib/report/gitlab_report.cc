#include "report/gitlab_report.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace catalog {

namespace {

using Json = nlohmann::ordered_json;

std::string_view gitlab_severity(Severity severity) {
  switch (severity) {
    case Severity::Error:
      return "major";
    case Severity::Warning:
      return "minor";
    default:
      return "info";
  }
}

}  // namespace

std::string gitlab_report(const Validation& validation, Sources& sources, Lang lang) {
  std::string out = "[";
  const char* separator = "\n ";
  for (const Finding& finding : validation.findings) {
    const uint32_t line = std::max(1u, printed_place(sources, finding.place).line);
    const Json entry{
        {"description", finding.message.in(lang)},
        {"check_name", finding.rule},
        {"fingerprint", fingerprint_text(finding.fingerprint)},
        {"severity", gitlab_severity(finding.severity)},
        {"location", {{"path", finding.place.file.view()}, {"lines", {{"begin", line}}}}}};
    out += separator + entry.dump(-1, ' ', false, Json::error_handler_t::replace);
    separator = ",\n ";
  }
  return out + (validation.findings.empty() ? "]\n" : "\n]\n");
}

}  // namespace catalog
