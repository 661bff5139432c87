#include "report/xlsx_report.h"

#include <xlsxwriter.h>

#include <algorithm>
#include <chrono>
#include <map>
#include <set>

#include "publish/publishable_text.h"
#include "publish/sheet_name.h"
#include "report/issue_summary.h"
#include "report/text_report.h"
#include "text/utf8.h"

namespace catalog {

namespace {

constexpr size_t kRowsOfSheet = 1'000'000;  // Excel holds 1,048,576, headings included
constexpr Bilingual kTitle{"问题清单", "Findings"};
constexpr Bilingual kSummary{"汇总", "Summary"};

/// Names of sheets, no two equal to Excel, none longer than 31.
class SheetNames {
 public:
  std::string take(const std::string& wanted) {
    const std::string whole = sheet_name(wanted.empty() ? "?" : wanted);
    std::string name = cut(whole, kMostSheetNameUnits);
    size_t& last = last_[folded(name)];
    while (!used_.insert(folded(name)).second) {
      last = std::max<size_t>(last + 1, 2);
      const std::string end = "（" + std::to_string(last) + "）";
      name = cut(whole, kMostSheetNameUnits - utf16_units(end)) + end;
    }
    return name;
  }

 private:
  static std::string cut(const std::string& name, size_t units) {
    size_t at = 0;
    for (size_t used = 0; at < name.size();) {
      const CodePoint point = decode_utf8(name, at);
      used += point.value > 0xFFFF ? 2 : 1;
      if (used > units) break;
      at += point.length;
    }
    std::string out = name.substr(0, at);
    if (out.ends_with('\'')) out.back() = '_';
    return out;
  }

  std::set<std::string> used_{"history"};  // Excel keeps it for itself
  std::map<std::string, size_t> last_;     ///< the last number behind a name
};

class BookWriter {
 public:
  BookWriter(const Report& report, const IssueOptions& options, Date as_of)
      : report_(report), options_(options), as_of_(as_of) {}

  std::expected<std::string, IoError> write(Sources& sources) {
    XlsxWriter writer;
    if (!writer.opened()) return writer.finish();
    set_properties(writer);
    const IssueFormats formats(writer);
    const Workspace& workspace = *report_.validation.workspace;
    Ownership ownership(workspace, options_.lang);
    const Overview overview = overview_of(report_.validation, ownership, options_.lang);
    const auto units = issue_list(report_, sources, ownership, options_);
    IssueSummary summary{title(), facts(), &overview, &units, {}, options_.previous != nullptr};
    SheetNames names;
    const std::string summary_name = names.take(std::string(kSummary.in(options_.lang)));
    std::vector<IssueSheet> sheets;
    for (const IssueUnit& unit : units) {
      summary.sheets.push_back({});
      for (size_t first = 0; first < unit.issues.size(); first += kRowsOfSheet) {
        sheets.push_back(sheet_of(unit, first, names.take(unit.name)));
        if (first == 0) summary.sheets.back() = sheets.back().name;
      }
    }
    write_issue_summary(summary_name, summary, options_.lang, formats, writer);
    for (const IssueSheet& sheet : sheets) write_issue_sheet(sheet, options_.lang, formats, writer);
    return writer.finish();
  }

 private:
  std::string workspace_title() const {
    return std::string(report_.validation.workspace->config.title.view());
  }

  std::string title() const {
    const std::string head = workspace_title();
    return head + (head.empty() ? "" : " ") + std::string(kTitle.in(options_.lang));
  }

  std::string date_line() const {
    std::string out = say({"检查日期：{}", "checked on {}"}, as_of_.iso()).in(options_.lang);
    if (!options_.due.empty()) {
      out += std::string(Bilingual{"　", "; "}.in(options_.lang)) +
             say({"整改时限：{}", "due by {}"}, options_.due).in(options_.lang);
    }
    return out;
  }

  std::vector<std::string> facts() const {
    std::vector<std::string> out{date_line(),
                                 summary_text(report_.validation.summary, options_.lang)};
    if (report_.left_out > 0) out.push_back(left_out_words(report_).in(options_.lang));
    return out;
  }

  IssueSheet sheet_of(const IssueUnit& unit, size_t first, std::string name) const {
    const size_t count = std::min(kRowsOfSheet, unit.issues.size() - first);
    return {std::move(name), unit.name + " " + std::string(kTitle.in(options_.lang)),
            date_line(),     &unit,
            first,           count};
  }

  void set_properties(XlsxWriter& writer) const {
    std::string name = publishable(title());
    lxw_doc_properties properties{};
    properties.title = name.data();
    properties.created = std::chrono::system_clock::to_time_t(as_of_.sys_days());
    writer.check(workbook_set_properties(writer.book(), &properties));
  }

  const Report& report_;
  const IssueOptions& options_;
  Date as_of_;
};

}  // namespace

std::expected<std::string, IoError> xlsx_report(const Report& report, Sources& sources,
                                                const IssueOptions& options, Date as_of) {
  return BookWriter(report, options, as_of).write(sources);
}

}  // namespace catalog
