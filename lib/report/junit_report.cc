#include "report/junit_report.h"

#include <algorithm>

#include "text/utf8.h"

namespace catalog {

namespace {

/// Text for XML 1.0: markup escaped; characters that XML forbids, and bytes that are not UTF-8,
/// become U+FFFD.
std::string escaped(std::string_view text) {
  std::string out;
  for (size_t at = 0; at < text.size();) {
    const CodePoint point = decode_utf8(text, at);
    at += point.length;
    switch (point.value) {
      case U'&':
        out += "&amp;";
        continue;
      case U'<':
        out += "&lt;";
        continue;
      case U'>':
        out += "&gt;";
        continue;
      case U'"':
        out += "&quot;";
        continue;
      case U'\n':
        out += "&#10;";
        continue;
      case U'\t':
        out += "&#9;";
        continue;
      default:
        break;
    }
    const bool forbidden = point.value < 0x20 || point.value == 0xFFFE || point.value == 0xFFFF;
    append_utf8(out, forbidden ? U'\uFFFD' : point.value);
  }
  return out;
}

std::string attribute(std::string_view name, std::string_view value) {
  return " " + std::string(name) + "=\"" + escaped(value) + "\"";
}

/// What is shown of a failure: the place, what demands it, what to do.
std::string details(const Finding& finding, Symbol file, const PrintedPlace& at, Lang lang) {
  std::string out = std::string(file.view()) + ":" + std::to_string(at.line) + ":" +
                    std::to_string(at.column) + "\n";
  if (finding.demand)
    out +=
        std::string(finding.demand->source.in(lang)) + ": " + finding.demand->text.in(lang) + "\n";
  if (!finding.advice.empty()) out += finding.advice.in(lang) + "\n";
  return out;
}

std::string test_case(const Finding& finding, Symbol file, Sources& sources, Lang lang) {
  const PrintedPlace at = printed_place(sources, finding.place);
  const std::string where = finding.address.empty() ? std::string(file.view()) : finding.address;
  std::string out = "    <testcase" + attribute("classname", finding.rule) +
                    attribute("name", where + ": " + finding.message.in(lang)) +
                    attribute("file", file.view()) + attribute("line", std::to_string(at.line)) +
                    ">\n";
  if (finding.severity == Severity::Note) {
    out += "      <skipped" + attribute("message", finding.message.in(lang)) + "/>\n";
  } else {
    out += "      <failure" + attribute("type", severity_word(finding.severity).en) +
           attribute("message", finding.message.in(lang)) + ">" +
           escaped(details(finding, file, at, lang)) + "</failure>\n";
  }
  return out + "    </testcase>\n";
}

size_t count_notes(const std::vector<const Finding*>& findings) {
  return static_cast<size_t>(std::ranges::count(findings, Severity::Note, &Finding::severity));
}

/// A suite of one skipped case that says how many were left out.
std::string left_out_suite(const Report& report, Lang lang) {
  const std::string words = left_out_words(report).in(lang);
  return "  <testsuite name=\"max-findings\" tests=\"1\" failures=\"0\" skipped=\"1\">\n"
         "    <testcase classname=\"max-findings\"" +
         attribute("name", words) + ">\n      <skipped" + attribute("message", words) +
         "/>\n    </testcase>\n  </testsuite>\n";
}

}  // namespace

std::string junit_report(const Report& report, Sources& sources, Lang lang) {
  const auto& findings = report.shown;
  const size_t notes = count_notes(findings) + (report.left_out > 0);
  std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites" +
                    attribute("name", "catalog validate") +
                    attribute("tests", std::to_string(findings.size() + (report.left_out > 0))) +
                    attribute("failures", std::to_string(findings.size() - count_notes(findings))) +
                    attribute("skipped", std::to_string(notes)) + ">\n";
  for (auto at = findings.begin(); at != findings.end();) {
    const Symbol file = report.file_of(**at);
    std::string cases;
    size_t tests = 0, failures = 0;
    for (; at != findings.end() && report.file_of(**at) == file; ++at) {
      cases += test_case(**at, file, sources, lang);
      tests++;
      failures += (*at)->severity != Severity::Note;
    }
    out += "  <testsuite" + attribute("name", file.view()) +
           attribute("tests", std::to_string(tests)) +
           attribute("failures", std::to_string(failures)) +
           attribute("skipped", std::to_string(tests - failures)) + ">\n" + cases +
           "  </testsuite>\n";
  }
  if (report.left_out > 0) out += left_out_suite(report, lang);
  return out + "</testsuites>\n";
}

}  // namespace catalog
