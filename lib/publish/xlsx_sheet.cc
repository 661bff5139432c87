#include "publish/xlsx_sheet.h"

#include <xlsxwriter.h>

#include <algorithm>
#include <cmath>

#include "publish/xlsx_layout.h"

namespace catalog {

namespace {

constexpr uint8_t kPaperA3 = 8;
constexpr size_t kLongestFooter = 200;  // bytes of text; Excel's limit is 255 characters with codes

bool stands_centred(const Column& column) {
  return column.ticks() || column.merge || column.field == "number" || column.field == "code" ||
         column.field == "subtopic" || column.field == "detail";
}

/// Writes one table's sheet.
class SheetWriter {
 public:
  SheetWriter(const Table& table, XlsxWriter& writer, XlsxSheet sheet)
      : table_(table),
        columns_(table.form.columns),
        writer_(writer),
        sheet_(sheet),
        layout_(sheet_layout(table)),
        texts_(table.store),
        last_column_(static_cast<uint32_t>(columns_.size() - 1)) {}

  void write() {
    for (size_t i = 0; i < columns_.size(); i++) {
      const auto at = static_cast<lxw_col_t>(i);
      worksheet_set_column(sheet_, at, at, columns_[i].width, nullptr);
    }
    write_title();
    write_headings();
    for (size_t row = 0; row < table_.rows.size(); row++) write_item(row);
    set_up_page();
  }

 private:
  void set_height(uint32_t row, double points) {
    writer_.check(worksheet_set_row(sheet_, row, std::ceil(points * 4) / 4, nullptr));
  }

  void write_title() {
    const Edition& edition = *table_.edition;
    writer_.merged(sheet_, 0, 0, 0, last_column_, sheet_title(edition), writer_.formats().title);
    writer_.merged(sheet_, 1, 0, 1, last_column_, facts_line(edition), writer_.formats().facts);
    set_height(0, layout_.title);
    set_height(1, layout_.facts);
  }

  void write_headings() {
    const XlsxFormat format = writer_.formats().heading;
    for (size_t i = 0; i < columns_.size(); i++) {
      const auto at = static_cast<uint32_t>(i);
      if (columns_[i].group.empty()) {
        writer_.merged(sheet_, kHeadingRow, at, kHeadingRow + 1, at, columns_[i].heading, format);
        continue;
      }
      if (begins_group(columns_, i)) {
        writer_.merged(sheet_, kHeadingRow, at, kHeadingRow,
                       static_cast<uint32_t>(group_end(columns_, i)), columns_[i].group, format);
      }
      writer_.text(sheet_, kHeadingRow + 1, at, columns_[i].heading, format);
    }
    set_height(kHeadingRow, layout_.group_heading);
    set_height(kHeadingRow + 1, layout_.heading);
  }

  void write_item(size_t row) {
    for (uint32_t i = 0; i < layout_.count[row]; i++)
      set_height(layout_.first[row] + i, layout_.height[row]);
    for (size_t column = 0; column < columns_.size(); column++) write_cell(row, column);
  }

  static inline const std::string kNothing{};

  void write_cell(size_t row, size_t column) {
    const Cell& cell = *table_.rows[row].cells[column];
    const uint32_t span = layout_.spans[row][column];
    const uint32_t first = layout_.first[row];
    const auto at = static_cast<uint32_t>(column);
    const std::string& text = texts_.of(cell, [&] { return sheet_text(columns_[column], cell); });
    const std::string url = url_of(cell);
    const XlsxFormat format = format_of(column, url);
    if (span == 0) {
      // The value stays below the merged cell, so that a filter on it finds every row.
      return writer_.text(sheet_, first, at, text, format);
    }
    const size_t end = row + span - 1;
    const uint32_t last = layout_.first[end] + layout_.count[end] - 1;
    const bool is_number = columns_[column].field == "number";
    // What is written over stays in the workbook's table of texts.
    writer_.merged(sheet_, first, at, last, at, is_number || !url.empty() ? kNothing : text,
                   format);
    if (is_number) writer_.number(sheet_, first, at, static_cast<double>(row + 1), format);
    if (!url.empty()) writer_.link(sheet_, first, at, url, text, format);
  }

  /// A cell leads to one address only: its first; the others stand there to be read.
  static std::string url_of(const Cell& cell) {
    const auto found =
        std::ranges::find_if(cell.lines, [](const auto& line) { return !line.url.empty(); });
    return found == cell.lines.end() ? std::string{} : std::string(found->url);
  }

  XlsxFormat format_of(size_t column, const std::string& url) const {
    if (!url.empty()) return writer_.formats().link;
    return stands_centred(columns_[column]) ? writer_.formats().centred : writer_.formats().text;
  }

  void set_up_page() {
    const auto last = static_cast<lxw_row_t>(layout_.rows - 1);
    const auto last_column = static_cast<lxw_col_t>(last_column_);
    worksheet_set_landscape(sheet_);
    worksheet_set_paper(sheet_, kPaperA3);
    worksheet_set_margins(sheet_, 0.4, 0.4, 0.5, 0.6);  // inches
    worksheet_fit_to_pages(sheet_, 1, 0);
    worksheet_center_horizontally(sheet_);
    writer_.check(worksheet_repeat_rows(sheet_, kHeadingRow, kHeadingRow + 1));
    writer_.check(worksheet_print_area(sheet_, 0, 0, last, last_column));
    writer_.check(worksheet_autofilter(sheet_, kHeadingRow + 1, 0, last, last_column));
    worksheet_freeze_panes(sheet_, kFirstItemRow, frozen_columns());
    set_page_breaks();
    set_footer();
  }

  void set_page_breaks() {
    std::vector<lxw_row_t> breaks;
    for (const size_t item : layout_.page_starts) breaks.push_back(layout_.first[item]);
    breaks.push_back(0);  // ends the list
    if (breaks.size() > 1) writer_.check(worksheet_set_h_pagebreaks(sheet_, breaks.data()));
  }

  /// The columns that stay on the screen: those up to the item's first name.
  lxw_col_t frozen_columns() const {
    for (size_t i = 0; i < columns_.size() && i < 4; i++) {
      if (columns_[i].field == "topic") return static_cast<lxw_col_t>(i + 1);
    }
    return 0;
  }

  void set_footer() {
    std::string name;
    for (char c : table_.edition->title) name += c == '&' ? "&&" : std::string(1, c);
    // A title that does not fit is left out rather than cut; it stands on the sheet.
    std::string footer = name.size() <= kLongestFooter ? "&L" + name : "";
    footer += "&C第 &P 页，共 &N 页";
    if (const auto draft = table_.edition->draft; !draft.empty())
      footer += "&R" + std::string(draft);
    writer_.check(worksheet_set_footer(sheet_, footer.c_str()));
  }

  const Table& table_;
  const std::vector<Column>& columns_;
  XlsxWriter& writer_;
  XlsxSheet sheet_;
  const SheetLayout& layout_;
  CellMemo<std::string> texts_;
  uint32_t last_column_;
};

}  // namespace

void write_table_sheet(const Table& table, XlsxWriter& writer, XlsxSheet sheet) {
  SheetWriter(table, writer, sheet).write();
}

}  // namespace catalog
