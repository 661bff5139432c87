#include "report/line_formats.h"

#include <algorithm>

#include "report/github_escape.h"
#include "report/safe_text.h"

namespace catalog {

namespace {

std::string number(uint32_t value) { return std::to_string(value); }

std::string_view github_level(Severity severity) {
  switch (severity) {
    case Severity::Error:
      return "error";
    case Severity::Warning:
      return "warning";
    default:
      return "notice";
  }
}

/// What the finding says and how to mend it.
std::string full_message(const Finding& finding, Lang lang) {
  std::string out = one_line(finding.message.in(lang));
  if (finding.demand) {
    out += "\n" + std::string(finding.demand->source.in(lang)) + ": " +
           one_line(finding.demand->text.in(lang));
  }
  if (!finding.advice.empty()) out += "\n" + one_line(finding.advice.in(lang));
  return out;
}

}  // namespace

std::string concise_report(const Report& report, Sources& sources, Lang lang) {
  std::string out;
  for (const Finding* finding : report.shown) {
    const PrintedPlace at = printed_place(sources, finding->place);
    out += one_line(report.file_of(*finding).view()) + ":" + number(std::max(1u, at.line)) + ":" +
           number(std::max(1u, at.column)) + ": ";
    out += std::string(severity_word(finding->severity).en) + ": " +
           one_line(finding->message.in(lang));
    out += " [" + std::string(finding->rule) + "]\n";
  }
  if (report.left_out > 0) out += "catalog: note: " + left_out_words(report).in(lang) + "\n";
  return out;
}

std::string github_report(const Report& report, Sources& sources, Lang lang) {
  std::string out;
  for (const Finding* finding : report.shown) {
    const PrintedPlace at = printed_place(sources, finding->place);
    out += "::" + std::string(github_level(finding->severity)) + " ";
    if (const Symbol file = report.file_of(*finding); !file.empty())
      out += "file=" + github_escaped(one_line(file.view()), true) + ",";
    if (at.line > 0) {
      out += "line=" + number(at.line) + ",endLine=" + number(at.end_line) + ",";
      // GitHub takes columns only where a finding begins and ends on one line.
      if (at.line == at.end_line)
        out += "col=" + number(at.column) + ",endColumn=" + number(at.end_column) + ",";
    }
    out += "title=" + github_escaped(finding->rule, true) +
           "::" + github_escaped(full_message(*finding, lang), false) + "\n";
  }
  if (report.left_out > 0)
    out +=
        "::notice title=max-findings::" + github_escaped(left_out_words(report).in(lang), false) +
        "\n";
  return out;
}

}  // namespace catalog
