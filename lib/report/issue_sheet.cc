#include "report/issue_sheet.h"

#include <xlsxwriter.h>

#include <algorithm>
#include <cmath>

#include "publish/publishable_text.h"
#include "publish/sheet_name.h"
#include "publish/text_layout.h"
#include "text/utf8.h"

namespace catalog {

namespace {

constexpr uint8_t kPaperA3 = 8;
constexpr double kLine = 14.6;       // points a line of 10-point text takes
constexpr double kPadding = 4;       // points
constexpr double kTallestRow = 400;  // points; Excel's limit is 409.5
constexpr uint32_t kHeadingRow = 2;
constexpr uint32_t kFirstRow = 3;
constexpr lxw_color_t kBorder = 0x7F7F7F;

lxw_format* bordered(XlsxWriter& writer, bool centred) {
  lxw_format* format = workbook_add_format(writer.book());
  format_set_font_name(format, "宋体");
  format_set_font_size(format, 10);
  format_set_text_wrap(format);
  format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
  if (centred) format_set_align(format, LXW_ALIGN_CENTER);
  format_set_border(format, LXW_BORDER_THIN);
  format_set_border_color(format, kBorder);
  return format;
}

lxw_format* coloured(XlsxWriter& writer, lxw_color_t color) {
  lxw_format* format = bordered(writer, true);
  format_set_font_color(format, color);
  return format;
}

constexpr auto kLastColumn = static_cast<uint32_t>(kIssueColumnCount - 1);

/// Writes one sheet.
class SheetWriter {
 public:
  SheetWriter(const IssueSheet& sheet, Lang lang, const IssueFormats& formats, XlsxWriter& writer,
              XlsxSheet to)
      : sheet_(sheet), lang_(lang), formats_(formats), writer_(writer), to_(to) {}

  void write() {
    for (uint32_t i = 0; i < kIssueColumnCount; i++) {
      const auto at = static_cast<lxw_col_t>(i);
      worksheet_set_column(to_, at, at, kIssueColumns[i].width, nullptr);
    }
    const auto& f = writer_.formats();
    writer_.merged(to_, 0, 0, 0, kLastColumn, cell_text(sheet_.title, lang_), f.title);
    writer_.merged(to_, 1, 0, 1, kLastColumn, cell_text(sheet_.facts, lang_), f.facts);
    set_height(0, 34);
    set_height(1, 20);
    for (uint32_t i = 0; i < kIssueColumnCount; i++)
      writer_.text(to_, kHeadingRow, i, std::string(kIssueColumns[i].heading.in(lang_)), f.heading);
    set_height(kHeadingRow, lang_ == Lang::Zh ? 24 : 34);
    for (size_t i = 0; i < sheet_.count; i++)
      write_row(kFirstRow + static_cast<uint32_t>(i), sheet_.unit->issues[sheet_.first + i]);
    set_up();
  }

 private:
  void set_height(uint32_t row, double points) {
    writer_.check(worksheet_set_row(to_, row, points, nullptr));
  }

  void write_row(uint32_t row, const Issue& issue) {
    size_t lines = 1;
    for (uint32_t i = 0; i < kIssueColumnCount; i++) {
      const auto column = static_cast<IssueColumn>(i);
      const std::string text = cell_text(issue.cells[i], lang_);
      lines = std::max(lines, printed_lines(text, kIssueColumns[i].width - 1));
      if (column == IssueColumn::Number) {
        writer_.number(to_, row, i, std::stod(text), writer_.formats().centred);
      } else {
        writer_.text(to_, row, i, text, format_of(column, issue.status));
      }
    }
    const double points = static_cast<double>(lines) * kLine + kPadding;
    set_height(row, std::min(kTallestRow, std::ceil(points * 4) / 4));
  }

  XlsxFormat format_of(IssueColumn column, IssueStatus status) const {
    if (column == IssueColumn::Id) return formats_.id;
    if (column >= IssueColumn::Due && column <= IssueColumn::Review) return formats_.entry;
    if (column == IssueColumn::Status) return status_format(status);
    return kIssueColumns[index_of(column)].centred ? writer_.formats().centred
                                                   : writer_.formats().text;
  }

  XlsxFormat status_format(IssueStatus status) const {
    switch (status) {
      case IssueStatus::Open:
      case IssueStatus::Claimed:
      case IssueStatus::Again:
        return formats_.open;
      case IssueStatus::Closed:
        return formats_.closed;
      case IssueStatus::New:
        return formats_.fresh;
      default:
        return writer_.formats().centred;
    }
  }

  void set_up() {
    set_up_report_page(to_, lang_, writer_);
    const auto last = static_cast<lxw_row_t>(kFirstRow + std::max<size_t>(sheet_.count, 1) - 1);
    const auto last_column = static_cast<lxw_col_t>(kLastColumn);
    writer_.check(worksheet_repeat_rows(to_, kHeadingRow, kHeadingRow));
    writer_.check(worksheet_print_area(to_, 0, 0, last, last_column));
    writer_.check(worksheet_autofilter(to_, kHeadingRow, 0, last, last_column));
    worksheet_freeze_panes(to_, kFirstRow, 4);
    if (lang_ == Lang::Zh) {
      offer(IssueColumn::Progress, {"已整改", "整改中", "未整改", "申请延期", "有异议"}, last);
      offer(IssueColumn::Review, {"通过", "不通过", "待复核"}, last);
    } else {
      offer(IssueColumn::Progress,
            {"done", "in progress", "not begun", "asks for delay", "disputed"}, last);
      offer(IssueColumn::Review, {"passed", "not passed", "to be reviewed"}, last);
    }
  }

  /// A drop-down of usual answers; any other text may be written too.
  void offer(IssueColumn column, std::vector<const char*> words, lxw_row_t last) {
    std::vector<char*> list;
    for (const char* word : words) list.push_back(const_cast<char*>(word));
    list.push_back(nullptr);
    lxw_data_validation validation{};
    validation.validate = LXW_VALIDATION_TYPE_LIST;
    validation.value_list = list.data();
    validation.show_error = LXW_VALIDATION_OFF;
    const auto at = static_cast<lxw_col_t>(index_of(column));
    writer_.check(worksheet_data_validation_range(to_, kFirstRow, at, last, at, &validation));
  }

  const IssueSheet& sheet_;
  Lang lang_;
  const IssueFormats& formats_;
  XlsxWriter& writer_;
  XlsxSheet to_;
};

}  // namespace

IssueFormats::IssueFormats(XlsxWriter& writer)
    : id(bordered(writer, true)),
      entry(bordered(writer, true)),
      open(coloured(writer, 0xA61B1B)),
      closed(coloured(writer, 0x2E6B34)),
      fresh(coloured(writer, 0x7A4A00)),
      number(bordered(writer, true)),
      total(bordered(writer, true)) {
  format_set_num_format_index(id, 49);     // @
  format_set_num_format_index(entry, 49);  // so that 2021-01-31 and =1 stay as they are typed
  format_set_font_size(id, 9);
  format_set_bold(total);
}

void set_up_report_page(XlsxSheet sheet, Lang lang, XlsxWriter& writer) {
  worksheet_set_landscape(sheet);
  worksheet_set_paper(sheet, kPaperA3);
  worksheet_set_margins(sheet, 0.4, 0.4, 0.5, 0.6);  // inches
  worksheet_fit_to_pages(sheet, 1, 0);
  worksheet_center_horizontally(sheet);
  writer.check(
      worksheet_set_footer(sheet, lang == Lang::Zh ? "&C第 &P 页，共 &N 页" : "&CPage &P of &N"));
}

std::string cell_text(std::string_view text, Lang lang) {
  std::string out = publishable(text);
  if (out.size() <= kMostCellUnits || utf16_units(out) <= kMostCellUnits) return out;
  const std::string_view remark =
      lang == Lang::Zh ? "……（过长，未列全）" : "… (too long to be given whole)";
  size_t units = 0, at = 0;
  while (at < out.size()) {
    const CodePoint point = decode_utf8(out, at);
    units += point.value > 0xFFFF ? 2 : 1;
    if (units + 40 > kMostCellUnits) break;
    at += point.length;
  }
  return out.substr(0, at).append(remark);
}

void write_issue_sheet(const IssueSheet& sheet, Lang lang, const IssueFormats& formats,
                       XlsxWriter& writer) {
  if (XlsxSheet to = writer.add_sheet(sheet.name))
    SheetWriter(sheet, lang, formats, writer, to).write();
}

}  // namespace catalog
