#include "report/markdown_report.h"

#include "report/text_report.h"
#include "text/utf8.h"

namespace catalog {

namespace {

constexpr size_t kMostCharacters = 60'000;  // code points
constexpr size_t kOpenRows = 20;            // a longer table is folded

/// Text for a cell: marks of Markdown and HTML escaped, one line.
std::string cell(std::string_view words) {
  std::string out;
  for (const char c : words) {
    if (c == '\n' || c == '\r') {
      out += ' ';
      continue;
    }
    if (c == '<') {
      out += "&lt;";
      continue;
    }
    if (std::string_view("|\\`*_[]#~").contains(c)) out += '\\';
    out += c;
  }
  return out;
}

std::string row(const Finding& finding, Sources& sources, Lang lang) {
  const PrintedPlace at = printed_place(sources, finding.place);
  std::string advice = finding.advice.empty() ? "" : cell(finding.advice.in(lang));
  return "| " + std::to_string(at.line) + " | " +
         std::string(severity_word(finding.severity).in(lang)) + " | " +
         cell(finding.message.in(lang)) + " | " + advice + " | `" + std::string(finding.rule) +
         "` |\n";
}

std::string file_section(Symbol file, const std::string& rows, size_t count, Lang lang) {
  const std::string head =
      say({"| 行 | 级别 | 问题 | 建议 | 规则 |", "| line | severity | finding | advice | rule |"})
          .in(lang) +
      "\n|---|---|---|---|---|\n";
  const std::string title = "`" + std::string(file.view()) + "` (" + std::to_string(count) + ")";
  if (count <= kOpenRows) return "\n" + title + "\n\n" + head + rows;
  return "\n<details><summary>" + cell(file.view()) + " (" + std::to_string(count) +
         ")</summary>\n\n" + head + rows + "\n</details>\n";
}

}  // namespace

std::string markdown_report(const Validation& validation, Sources& sources, Lang lang) {
  const ValidationSummary& sum = validation.summary;
  std::string out = "### " + say({"目录检查", "Catalogue check"}).in(lang) + "\n\n" +
                    summary_text(sum, lang) + "\n";
  size_t characters = count_code_points(out), left_out = 0;
  const auto& findings = validation.findings;
  for (auto at = findings.begin(); at != findings.end();) {
    const Symbol file = at->place.file;
    std::string rows;
    size_t count = 0;
    for (; at != findings.end() && at->place.file == file; ++at) {
      const std::string next = row(*at, sources, lang);
      const size_t size = count_code_points(next);
      if (characters + size + 400 > kMostCharacters) {
        left_out++;
        continue;
      }
      characters += size;
      rows += next;
      count++;
    }
    if (count == 0) continue;
    const std::string section = file_section(file, rows, count, lang);
    characters += count_code_points(section) - count_code_points(rows);
    out += section;
  }
  if (left_out > 0) {
    out +=
        "\n" +
        say({"另有{}项未列出，请看完整报告。", "{} more are not listed here; see the full report."},
            left_out)
            .in(lang) +
        "\n";
  }
  return out;
}

}  // namespace catalog
