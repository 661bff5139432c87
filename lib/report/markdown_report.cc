#include "report/markdown_report.h"

#include <algorithm>
#include <set>

#include "report/markdown_text.h"
#include "report/text_report.h"
#include "text/utf8.h"

namespace catalog {

namespace {

constexpr size_t kMostCharacters = 59'500;  // code points; head and foot take the rest
constexpr size_t kSectionCharacters = 200;  // what a file takes beside its rows and name
constexpr size_t kOpenRows = 20;            // a longer table is folded

std::string row(const Finding& finding, Sources& sources, Lang lang) {
  const PrintedPlace at = printed_place(sources, finding.place);
  std::string advice = finding.advice.empty() ? "" : markdown_text(finding.advice.in(lang));
  return "| " + std::to_string(at.line) + " | " +
         std::string(severity_word(finding.severity).in(lang)) + " | " +
         markdown_text(finding.message.in(lang)) + " | " + advice + " | `" +
         std::string(finding.rule) + "` |\n";
}

std::string file_section(Symbol file, const std::string& rows, size_t count, Lang lang) {
  const std::string head =
      say({"| 行 | 级别 | 问题 | 建议 | 规则 |", "| line | severity | finding | advice | rule |"})
          .in(lang) +
      "\n|---|---|---|---|---|\n";
  const std::string title = markdown_code(file.view()) + " (" + std::to_string(count) + ")";
  if (count <= kOpenRows) return "\n" + title + "\n\n" + head + rows;
  return "\n<details><summary>" + markdown_html(file.view()) + " (" + std::to_string(count) +
         ")</summary>\n\n" + head + rows + "\n</details>\n";
}

/// A finding and its row of the table.
struct TableLine {
  const Finding* finding;
  std::string words;
};

/// The gravest findings whose rows fit into so many code points, in the order of the files.
std::vector<TableLine> rows_that_fit(const Report& report, Sources& sources, Lang lang,
                                     size_t room) {
  std::vector<const Finding*> order = report.shown;
  std::ranges::stable_sort(
      order, [](const Finding* a, const Finding* b) { return a->severity > b->severity; });
  std::vector<TableLine> rows;
  std::set<std::string_view> files;
  for (const Finding* finding : order) {
    rows.push_back({finding, row(*finding, sources, lang)});
    size_t size = count_code_points(rows.back().words);
    const std::string_view file = report.file_of(*finding).view();
    if (files.insert(file).second) size += kSectionCharacters + 6 * count_code_points(file);
    if (size > room) {
      rows.pop_back();
      break;
    }
    room -= size;
  }
  std::ranges::sort(rows, {}, &TableLine::finding);
  return rows;
}

}  // namespace

std::string markdown_report(const Report& report, Sources& sources, Lang lang) {
  std::string out = "### " + say({"目录检查", "Catalogue check"}).in(lang) + "\n\n" +
                    summary_text(report.validation.summary, lang) + "\n";
  const std::vector<TableLine> rows = rows_that_fit(report, sources, lang, kMostCharacters);
  for (auto at = rows.begin(); at != rows.end();) {
    const Symbol file = report.file_of(*at->finding);
    std::string words;
    const auto first = at;
    for (; at != rows.end() && report.file_of(*at->finding) == file; ++at) words += at->words;
    out += file_section(file, words, static_cast<size_t>(at - first), lang);
  }
  if (const size_t left_out = report.validation.findings.size() - rows.size(); left_out > 0) {
    out += "\n" +
           say({"另有{}项未列出（先列最严重的），请看完整报告。",
                "{} more are not listed here (the gravest come first); see the full report."},
               left_out)
               .in(lang) +
           "\n";
  }
  return out;
}

}  // namespace catalog
