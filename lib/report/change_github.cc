#include "report/change_formats.h"
#include "report/github_escape.h"
#include "report/safe_text.h"

namespace catalog {

namespace {

std::string_view level_of(const Change& change) {
  const Severity severity = gate_severity(change);
  return severity == Severity::Note ? "notice" : severity_word(severity).en;
}

}  // namespace

std::string changes_github(const ChangeReport& report, Sources& sources,
                           const ReportOptions& options) {
  std::string out;
  for (const Change& change : report.diff.changes) {
    if (change.cls != ChangeClass::Narrowed) continue;
    out += "::" + std::string(level_of(change)) + " ";
    const Place place = change.place();
    if (is_there(change) && !place.file.empty()) {
      out += "file=" + github_escaped(one_line(place.file.view()), true) + ",";
      if (const uint32_t line = printed_line(sources, place); line > 0)
        out += "line=" + std::to_string(line) + ",";
    }
    out += "title=" + github_escaped(change.rule(), true) +
           "::" + github_escaped(one_line(change_message(change).in(options.lang)), false) + "\n";
  }
  for (const IdleAdjustment& idle : report.idle) {
    out += "::warning file=" + github_escaped(one_line(idle.file.view()), true) +
           ",title=adjustment-unused::" +
           github_escaped(one_line(idle_line(idle).in(options.lang)), false) + "\n";
  }
  return out;
}

}  // namespace catalog
