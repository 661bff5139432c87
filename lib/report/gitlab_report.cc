#include "report/gitlab_report.h"

#include <algorithm>
#include <map>
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

Json entry(const std::string& description, std::string_view check, const std::string& fingerprint,
           Severity severity, Symbol file, uint32_t line) {
  return {{"description", description},
          {"check_name", check},
          {"fingerprint", fingerprint},
          {"severity", gitlab_severity(severity)},
          {"location", {{"path", file.view()}, {"lines", {{"begin", std::max(1u, line)}}}}}};
}

}  // namespace

std::string gitlab_report(const Report& report, Sources& sources, Lang lang) {
  std::string out = "[";
  const char* separator = "\n ";
  const auto add = [&](const Json& entry) {
    out += separator + entry.dump(-1, ' ', false, Json::error_handler_t::replace);
    separator = ",\n ";
  };
  std::map<std::string, size_t> used;
  for (const Finding* finding : report.shown) {
    std::string fingerprint = fingerprint_text(finding->fingerprint);
    if (const size_t before = used[fingerprint]++) fingerprint += "-" + std::to_string(before + 1);
    add(entry(finding->message.in(lang), finding->rule, fingerprint, finding->severity,
              report.file_of(*finding), printed_line(sources, finding->place)));
  }
  if (report.left_out > 0) {
    add(entry(left_out_words(report).in(lang), "max-findings", "max-findings", Severity::Note,
              report.file_of({}), 1));
  }
  return out + (separator[0] == ',' ? "\n]\n" : "]\n");
}

}  // namespace catalog
