#include "report/line_formats.h"

namespace catalog {

namespace {

std::string number(uint32_t value) { return std::to_string(value); }

/// A message must stay on its line.
std::string one_line(std::string text) {
  for (char& c : text) {
    if (c == '\n' || c == '\r') c = ' ';
  }
  return text;
}

/// GitHub's escapes: of data, and of properties, where `:` and `,` are marks too.
std::string escaped(std::string_view text, bool property) {
  std::string out;
  for (char c : text) {
    switch (c) {
      case '%':
        out += "%25";
        break;
      case '\r':
        out += "%0D";
        break;
      case '\n':
        out += "%0A";
        break;
      case ':':
        out += property ? "%3A" : ":";
        break;
      case ',':
        out += property ? "%2C" : ",";
        break;
      default:
        out += c;
    }
  }
  return out;
}

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
  std::string out = finding.message.in(lang);
  if (finding.demand)
    out +=
        "\n" + std::string(finding.demand->source.in(lang)) + ": " + finding.demand->text.in(lang);
  if (!finding.advice.empty()) out += "\n" + finding.advice.in(lang);
  return out;
}

}  // namespace

std::string concise_report(const Validation& validation, Sources& sources, Lang lang) {
  std::string out;
  for (const Finding& finding : validation.findings) {
    const PrintedPlace at = printed_place(sources, finding.place);
    out += std::string(finding.place.file.view()) + ":" + number(at.line) + ":" +
           number(at.column) + ": ";
    out +=
        std::string(severity_word(finding.severity).en) + ": " + one_line(finding.message.in(lang));
    out += " [" + std::string(finding.rule) + "]\n";
  }
  return out;
}

std::string github_report(const Validation& validation, Sources& sources, Lang lang) {
  std::string out;
  for (const Finding& finding : validation.findings) {
    const PrintedPlace at = printed_place(sources, finding.place);
    out += "::" + std::string(github_level(finding.severity)) +
           " file=" + escaped(finding.place.file.view(), true);
    if (at.line > 0) {
      out += ",line=" + number(at.line) + ",endLine=" + number(at.end_line);
      // GitHub takes columns only where a finding begins and ends on one line.
      if (at.line == at.end_line)
        out += ",col=" + number(at.column) + ",endColumn=" + number(at.end_column);
    }
    out += ",title=" + escaped(finding.rule, true) +
           "::" + escaped(full_message(finding, lang), false) + "\n";
  }
  return out;
}

}  // namespace catalog
