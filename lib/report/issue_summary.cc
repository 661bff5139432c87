#include "report/issue_summary.h"

#include <xlsxwriter.h>

#include <algorithm>
#include <array>
#include <map>

namespace catalog {

namespace {

constexpr uint32_t kNameWidth = 46, kCountWidth = 13;
constexpr size_t kCounts = 8;

/// Counts of one line: errors, warnings, notes, all, and new, open, closed, not checked.
using Counts = std::array<size_t, kCounts>;

Counts counts_of(const Tally& tally) {
  return {tally.errors, tally.warnings, tally.notes, tally.total(), 0, 0, 0, 0};
}

void add_statuses(Counts& counts, const IssueUnit& unit) {
  counts[4] += unit.count(IssueStatus::New);
  counts[5] += unit.count(IssueStatus::Open) + unit.count(IssueStatus::Claimed) +
               unit.count(IssueStatus::Again);
  counts[6] += unit.count(IssueStatus::Closed);
  counts[7] += unit.count(IssueStatus::Unchecked);
}

class SummaryWriter {
 public:
  SummaryWriter(const IssueSummary& summary, Lang lang, const IssueFormats& formats,
                XlsxWriter& writer, XlsxSheet to)
      : summary_(summary), lang_(lang), formats_(formats), writer_(writer), to_(to) {}

  void write() {
    worksheet_set_column(to_, 0, 0, kNameWidth, nullptr);
    worksheet_set_column(to_, 1, static_cast<lxw_col_t>(kCounts), kCountWidth, nullptr);
    const uint32_t last = static_cast<uint32_t>(count_columns());
    writer_.merged(to_, 0, 0, 0, last, cell_text(summary_.title, lang_), writer_.formats().title);
    set_height(34);
    for (const std::string& fact : summary_.facts) {
      writer_.merged(to_, row_, 0, row_, last, cell_text(fact, lang_), writer_.formats().facts);
      set_height(20);
    }
    write_units();
    const auto plain = [&](Bilingual heading, const std::vector<TallyLine>& lines) {
      row_++;
      write_headings(heading, 4);
      for (const TallyLine& line : lines)
        write_line(line.name, {}, counts_of(line.tally), 4, false);
    };
    plain({"领域", "Domain"}, summary_.overview->domains);
    plain({"规则", "Rule"}, summary_.overview->rules);
    set_up_report_page(to_, lang_, writer_);
    writer_.check(worksheet_print_area(to_, 0, 0, row_ - 1, static_cast<lxw_col_t>(last)));
  }

 private:
  size_t count_columns() const { return summary_.compared ? kCounts : 4; }

  void set_height(double points) { writer_.check(worksheet_set_row(to_, row_++, points, nullptr)); }

  void write_headings(Bilingual first, size_t columns) {
    constexpr std::array<Bilingual, kCounts> kHeadings{{{"错误", "errors"},
                                                        {"警告", "warnings"},
                                                        {"提示", "notes"},
                                                        {"问题合计", "all"},
                                                        {"新增", "new"},
                                                        {"未整改", "open"},
                                                        {"已销号", "closed"},
                                                        {"本次未检查", "not checked"}}};
    writer_.text(to_, row_, 0, std::string(first.in(lang_)), writer_.formats().heading);
    for (uint32_t i = 0; i < columns; i++)
      writer_.text(to_, row_, i + 1, std::string(kHeadings[i].in(lang_)),
                   writer_.formats().heading);
    set_height(24);
  }

  void write_line(const std::string& name, const std::string& sheet, const Counts& counts,
                  size_t columns, bool total) {
    const std::string text = cell_text(name, lang_);
    if (sheet.empty()) {
      writer_.text(to_, row_, 0, text, total ? formats_.total : writer_.formats().text);
    } else {
      std::string quoted;
      for (char c : sheet) quoted += c == '\'' ? "''" : std::string(1, c);
      writer_.link(to_, row_, 0, "internal:'" + quoted + "'!A1", text, writer_.formats().link);
    }
    for (uint32_t i = 0; i < columns; i++) {
      writer_.number(to_, row_, i + 1, static_cast<double>(counts[i]),
                     total ? formats_.total : formats_.number);
    }
    set_height(20);
  }

  void write_units() {
    write_headings({"单位", "Unit"}, count_columns());
    std::map<std::pair<size_t, std::string_view>, const Tally*> tallies;
    for (const TallyLine& line : summary_.overview->units)
      tallies[{line.order, line.name}] = &line.tally;
    Counts all{};
    for (size_t i = 0; i < summary_.units->size(); i++) {
      const IssueUnit& unit = (*summary_.units)[i];
      Counts counts{};
      if (const auto found = tallies.find({unit.order, unit.name}); found != tallies.end())
        counts = counts_of(*found->second);
      add_statuses(counts, unit);
      for (size_t n = 0; n < kCounts; n++) all[n] += counts[n];
      write_line(unit.name, summary_.sheets[i], counts, count_columns(), false);
    }
    write_line(std::string(Bilingual{"合计", "All"}.in(lang_)), {}, all, count_columns(), true);
  }

  const IssueSummary& summary_;
  Lang lang_;
  const IssueFormats& formats_;
  XlsxWriter& writer_;
  XlsxSheet to_;
  uint32_t row_ = 0;
};

}  // namespace

void write_issue_summary(const std::string& name, const IssueSummary& summary, Lang lang,
                         const IssueFormats& formats, XlsxWriter& writer) {
  if (XlsxSheet to = writer.add_sheet(name))
    SummaryWriter(summary, lang, formats, writer, to).write();
}

}  // namespace catalog
