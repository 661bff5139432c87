#include <xlsxwriter.h>

#include <algorithm>
#include <chrono>
#include <cmath>

#include "publish/publishable_text.h"
#include "publish/text_layout.h"
#include "publish/xlsx_writer.h"
#include "report/change_formats.h"
#include "report/change_table.h"
#include "report/issue_sheet.h"

namespace catalog {

namespace {

constexpr double kLine = 14.6;            // points a line of 10-point text takes
constexpr double kPadding = 4;            // points
constexpr double kTallestRow = 400;       // points; Excel's limit is 409.5
constexpr size_t kRowsOfSheet = 500'000;  // Excel holds 1,048,576; a tall change takes several
constexpr uint32_t kHeadingRow = 2;
constexpr uint32_t kFirstRow = 3;
constexpr auto kLastColumn = static_cast<uint32_t>(kChangeColumnCount - 1);
constexpr Bilingual kTitle{"动态调整对照表", "Table of changes"};
constexpr Bilingual kDomains{"领域情况", "Domains"};

/// One sheet of the table.
class TableSheet {
 public:
  TableSheet(const ChangeReport& report, Lang lang, XlsxWriter& writer, XlsxSheet to)
      : report_(report), lang_(lang), writer_(writer), to_(to) {}

  void write(size_t first, size_t last) {
    for (uint32_t i = 0; i < kChangeColumnCount; i++) {
      const auto at = static_cast<lxw_col_t>(i);
      worksheet_set_column(to_, at, at, kChangeColumns[i].width, nullptr);
    }
    head();
    for (size_t i = first; i < last; i++) change(i);
    signatures();
    set_up();
  }

 private:
  std::string in(Bilingual text) const { return std::string(text.in(lang_)); }
  void set_height(uint32_t row, double points) {
    writer_.check(worksheet_set_row(to_, row, std::ceil(points * 4) / 4, nullptr));
  }
  void line(uint32_t row, const std::string& text, XlsxFormat format, double height) {
    writer_.merged(to_, row, 0, row, kLastColumn, cell_text(text, lang_), format);
    set_height(row, height);
  }

  void head() {
    line(0, in(kTitle), writer_.formats().title, 34);
    const std::string facts =
        say({"{} → {}　{}；{}", "{} → {}; {}; {}"}, report_.before, report_.after,
            domains_line(report_.diff).in(lang_), counts_line(report_.diff.counts).in(lang_))
            .in(lang_);
    line(1, facts, writer_.formats().facts, 20);
    for (uint32_t i = 0; i < kChangeColumnCount; i++)
      writer_.text(to_, kHeadingRow, i, in(kChangeColumns[i].heading), writer_.formats().heading);
    set_height(kHeadingRow, lang_ == Lang::Zh ? 24 : 34);
  }

  /// A change taller than Excel's tallest row takes several, which are merged.
  void change(size_t index) {
    ChangeCells cells = change_cells(report_.diff.changes[index], report_, lang_);
    size_t lines = 1;
    for (uint32_t i = 0; i < kChangeColumnCount; i++) {
      cells[i] = cell_text(cells[i], lang_);
      lines = std::max(lines, printed_lines(cells[i], kChangeColumns[i].width - 1));
    }
    const double points = static_cast<double>(lines) * kLine + kPadding;
    const auto rows = static_cast<uint32_t>(std::ceil(points / kTallestRow));
    for (uint32_t i = 0; i < rows; i++) set_height(next_ + i, points / rows);
    for (uint32_t i = 0; i < kChangeColumnCount; i++) {
      const XlsxFormat format =
          kChangeColumns[i].centred ? writer_.formats().centred : writer_.formats().text;
      writer_.merged(to_, next_, i, next_ + rows - 1, i, cells[i], format);
    }
    writer_.number(to_, next_, 0, static_cast<double>(index + 1), writer_.formats().centred);
    next_ += rows;
  }

  /// Where the unit that reports the changes signs.
  void signatures() {
    last_ = std::max(next_, kFirstRow + 1) - 1;
    const uint32_t row = std::max(next_, kFirstRow + 1) + 1;
    const auto sign = [&](uint32_t column, uint32_t last, Bilingual words) {
      writer_.merged(to_, row, column, row, last, in(words), writer_.formats().facts);
    };
    sign(0, 4, {"填报单位（盖章）：", "Reporting unit (seal):"});
    sign(5, 7, {"填报人：", "Filled in by:"});
    sign(8, 9, {"审核人：", "Reviewed by:"});
    sign(10, kLastColumn, {"填报日期：", "Date:"});
    set_height(row, 30);
    signed_ = row;
  }

  void set_up() {
    set_up_report_page(to_, lang_, writer_);
    const auto last_column = static_cast<lxw_col_t>(kLastColumn);
    writer_.check(worksheet_repeat_rows(to_, kHeadingRow, kHeadingRow));
    writer_.check(worksheet_print_area(to_, 0, 0, signed_, last_column));
    writer_.check(worksheet_autofilter(to_, kHeadingRow, 0, last_, last_column));
    worksheet_freeze_panes(to_, kFirstRow, 5);
  }

  const ChangeReport& report_;
  Lang lang_;
  XlsxWriter& writer_;
  XlsxSheet to_;
  uint32_t next_ = kFirstRow;
  uint32_t last_ = kFirstRow;
  uint32_t signed_ = kFirstRow;
};

/// First by domain: 保留, 调整, 新增, 不设 with the reason, and the counts.
void write_domains(const ChangeReport& report, Lang lang, XlsxWriter& writer, XlsxSheet to) {
  constexpr std::array<std::pair<Bilingual, double>, 8> kColumns{{{{"领域", "Domain"}, 30},
                                                                  {{"情况", "Status"}, 12},
                                                                  {{"理由", "Reason"}, 50},
                                                                  {{"依据", "Basis"}, 50},
                                                                  {{"缩小", "narrowed"}, 12},
                                                                  {{"扩大", "widened"}, 12},
                                                                  {{"变更", "changed"}, 12},
                                                                  {{"文字调整", "editorial"}, 12}}};
  const auto& f = writer.formats();
  constexpr auto kLast = static_cast<uint32_t>(kColumns.size() - 1);
  writer.merged(to, 0, 0, 0, kLast, std::string(kDomains.in(lang)), f.title);
  writer.check(worksheet_set_row(to, 0, 34, nullptr));
  for (uint32_t i = 0; i <= kLast; i++) {
    const auto at = static_cast<lxw_col_t>(i);
    worksheet_set_column(to, at, at, kColumns[i].second, nullptr);
    writer.text(to, 1, i, std::string(kColumns[i].first.in(lang)), f.heading);
  }
  uint32_t row = 2;
  for (const DomainChange& domain : report.diff.domains) {
    const std::array<std::string, 4> texts{
        cell_text(domain.name, lang), std::string(domain_status_word(domain.status).in(lang)),
        cell_text(domain.reason, lang), cell_text(domain.basis, lang)};
    size_t lines = 1;
    for (uint32_t i = 0; i < texts.size(); i++) {
      writer.text(to, row, i, texts[i], i == 1 ? f.centred : f.text);
      const auto width = static_cast<uint32_t>(kColumns[i].second) - 1;
      lines = std::max(lines, printed_lines(texts[i], width));
    }
    uint32_t column = 4;
    for (const size_t count : {domain.counts.narrowed, domain.counts.widened, domain.counts.changed,
                               domain.counts.editorial})
      writer.number(to, row, column++, static_cast<double>(count), f.centred);
    const double points = static_cast<double>(lines) * kLine + kPadding;
    writer.check(worksheet_set_row(to, row++, std::min(points, kTallestRow), nullptr));
  }
  set_up_report_page(to, lang, writer);
  writer.check(worksheet_repeat_rows(to, 1, 1));
  writer.check(worksheet_print_area(to, 0, 0, std::max<uint32_t>(row, 3) - 1,
                                    static_cast<lxw_col_t>(kLast)));
}

void set_properties(XlsxWriter& writer, Lang lang) {
  std::string title(kTitle.in(lang));
  lxw_doc_properties properties{};
  properties.title = title.data();
  properties.created = 1;  // the library takes 0 for “now”; the same content is the same bytes
  writer.check(workbook_set_properties(writer.book(), &properties));
}

}  // namespace

std::expected<std::string, IoError> changes_xlsx(const ChangeReport& report,
                                                 const ReportOptions& options) {
  XlsxWriter writer;
  if (!writer.opened()) return writer.finish();
  set_properties(writer, options.lang);
  const size_t count = report.diff.changes.size();
  const std::string name(kTitle.in(options.lang));
  for (size_t first = 0; first == 0 || first < count; first += kRowsOfSheet) {
    const std::string number = first ? " " + std::to_string(first / kRowsOfSheet + 1) : "";
    if (XlsxSheet to = writer.add_sheet(name + number)) {
      TableSheet(report, options.lang, writer, to)
          .write(first, std::min(count, first + kRowsOfSheet));
    }
  }
  if (XlsxSheet to = writer.add_sheet(std::string(kDomains.in(options.lang))))
    write_domains(report, options.lang, writer, to);
  return writer.finish();
}

}  // namespace catalog
