#include "publish/xlsx_sheet.h"

#include <xlsxwriter.h>

#include <algorithm>
#include <cmath>

#include "publish/text_layout.h"

namespace catalog {

namespace {

constexpr uint32_t kHeadingRow = 2;  // title and facts stand above
constexpr uint32_t kFirstRow = 4;
constexpr double kLine = 14.6;      // points a line of 10-point text takes in the widest of fonts
constexpr double kPadding = 4;      // points
constexpr double kTallestRow = 400;  // points; Excel's limit is 409.5
constexpr double kTitleHeight = 34;
constexpr uint8_t kPaperA3 = 8;
constexpr size_t kLongestFooter = 200;  // characters of text; Excel's limit is 255 with the codes

double height_of(size_t lines) { return static_cast<double>(lines) * kLine + kPadding; }

uint32_t room_of(const Column& column) { return static_cast<uint32_t>(column.width); }

bool stands_centred(const Column& column) {
  return column.ticks() || column.merge || column.field == "number" || column.field == "code" ||
         column.field == "subtopic" || column.field == "detail";
}

/// Whether two columns stand under one merged heading.
bool same_group(const Column& a, const Column& b) { return !a.group.empty() && a.group == b.group; }

/// The last column of the group of headings that begins at `column`.
size_t group_end(const std::vector<Column>& columns, size_t column) {
  size_t end = column;
  while (end + 1 < columns.size() && same_group(columns[column], columns[end + 1])) end++;
  return end;
}

/// Lines that the item needs in cells that are merged with no other item.
size_t lines_of_item(const Table& table, size_t row) {
  size_t lines = 1;
  for (size_t column = 0; column < table.form.columns.size(); column++) {
    if (table.spans[row][column] != 1) continue;
    const Column& known = table.form.columns[column];
    lines = std::max(lines, printed_lines(sheet_text(known, table.rows[row].cells[column]),
                                          room_of(known)));
  }
  return lines;
}

/// Makes the last item of a merged cell taller where its text needs more than the items together.
void make_room_for_merged(const Table& table, std::vector<double>& needed) {
  for (size_t row = 0; row < table.rows.size(); row++) {
    for (size_t column = 0; column < table.form.columns.size(); column++) {
      const uint32_t span = table.spans[row][column];
      if (span < 2) continue;
      double there = 0;
      for (size_t i = row; i < row + span; i++) there += needed[i];
      const Column& known = table.form.columns[column];
      const double wanted = height_of(
          printed_lines(sheet_text(known, table.rows[row].cells[column]), room_of(known)));
      if (wanted > there) needed[row + span - 1] += wanted - there;
    }
  }
}

void lay_out_headings(const Table& table, RowLayout& out) {
  size_t above = 1, below = 1;
  const std::vector<Column>& columns = table.form.columns;
  for (size_t i = 0; i < columns.size(); i++) {
    const size_t lines = printed_lines(columns[i].heading, room_of(columns[i]));
    if (columns[i].group.empty()) {
      below = std::max(below, lines > above ? lines - above : 1);
      continue;
    }
    below = std::max(below, lines);
    uint32_t width = 0;
    for (size_t other = i; other <= group_end(columns, i); other++)
      width += room_of(columns[other]);
    if (i == 0 || !same_group(columns[i - 1], columns[i]))
      above = std::max(above, printed_lines(columns[i].group, width));
  }
  out.group_heading = height_of(above);
  out.heading = height_of(below);
}

/// Writes one table's sheet.
class SheetWriter {
 public:
  SheetWriter(const Table& table, XlsxWriter& writer, XlsxSheet sheet)
      : table_(table),
        columns_(table.form.columns),
        writer_(writer),
        sheet_(sheet),
        layout_(layout_rows(table)),
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
    std::string title = edition.title;
    if (edition.draft) title += "（" + std::string(kDraftMark) + "）";
    std::string facts;
    for (const Fact& fact : edition.facts) {
      facts += (facts.empty() ? "" : "　　") + fact.label + "：" + fact.value;
    }
    uint32_t width = 0;
    for (const Column& column : columns_) width += room_of(column);
    writer_.merged(sheet_, 0, 0, 0, last_column_, title, writer_.formats().title);
    writer_.merged(sheet_, 1, 0, 1, last_column_, facts, writer_.formats().facts);
    set_height(0, kTitleHeight * static_cast<double>(printed_lines(title, width / 2)));
    set_height(1, height_of(printed_lines(facts, width)));
  }

  void write_headings() {
    const XlsxFormat format = writer_.formats().heading;
    for (size_t i = 0; i < columns_.size(); i++) {
      const auto at = static_cast<uint32_t>(i);
      if (columns_[i].group.empty()) {
        writer_.merged(sheet_, kHeadingRow, at, kHeadingRow + 1, at, columns_[i].heading, format);
        continue;
      }
      if (i == 0 || !same_group(columns_[i - 1], columns_[i])) {
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

  void write_cell(size_t row, size_t column) {
    const Cell& cell = table_.rows[row].cells[column];
    const uint32_t span = table_.spans[row][column];
    const uint32_t first = layout_.first[row];
    const auto at = static_cast<uint32_t>(column);
    const std::string text = sheet_text(columns_[column], cell);
    const XlsxFormat format = format_of(column, cell);
    if (span == 0) {
      // The value stays below the merged cell, so that a filter on it finds every row.
      return writer_.text(sheet_, first, at, text, format);
    }
    const size_t end = row + span - 1;
    const uint32_t last = layout_.first[end] + layout_.count[end] - 1;
    writer_.merged(sheet_, first, at, last, at, text, format);
    if (columns_[column].field == "number")
      writer_.number(sheet_, first, at, static_cast<double>(row + 1), format);
    if (const std::string url = url_of(cell); !url.empty())
      writer_.link(sheet_, first, at, url, text, format);
  }

  /// A cell leads to one address only: its first; the others stand there to be read.
  static std::string url_of(const Cell& cell) {
    const auto found =
        std::ranges::find_if(cell.lines, [](const auto& line) { return !line.url.empty(); });
    return found == cell.lines.end() ? std::string{} : found->url;
  }

  XlsxFormat format_of(size_t column, const Cell& cell) const {
    if (!url_of(cell).empty()) return writer_.formats().link;
    return stands_centred(columns_[column]) ? writer_.formats().centred : writer_.formats().text;
  }

  void set_up_page() {
    const auto last = static_cast<lxw_row_t>(layout_.total - 1);
    const auto last_column = static_cast<lxw_col_t>(last_column_);
    worksheet_set_landscape(sheet_);
    worksheet_set_paper(sheet_, kPaperA3);
    worksheet_set_margins(sheet_, 0.4, 0.4, 0.5, 0.6);  // inches
    worksheet_fit_to_pages(sheet_, 1, 0);
    worksheet_center_horizontally(sheet_);
    writer_.check(worksheet_repeat_rows(sheet_, kHeadingRow, kHeadingRow + 1));
    writer_.check(worksheet_print_area(sheet_, 0, 0, last, last_column));
    writer_.check(worksheet_autofilter(sheet_, kHeadingRow + 1, 0, last, last_column));
    worksheet_freeze_panes(sheet_, kFirstRow, frozen_columns());
    set_footer();
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
    if (table_.edition->draft) footer += "&R" + std::string(kDraftMark);
    writer_.check(worksheet_set_footer(sheet_, footer.c_str()));
  }

  const Table& table_;
  const std::vector<Column>& columns_;
  XlsxWriter& writer_;
  XlsxSheet sheet_;
  RowLayout layout_;
  uint32_t last_column_;
};

}  // namespace

std::string sheet_text(const Column& column, const Cell& cell) {
  if (column.field != "channels" || column.ticks()) return cell.text();
  std::string out;
  uint32_t used = 0;
  for (const CellLine& line : cell.lines) {
    const uint32_t width = printed_width(line.text);
    const bool beside = used > 0 && used + 1 + width <= room_of(column) && !line.text.empty() &&
                        !line.text.ends_with("：");
    if (!out.empty()) out += beside ? ' ' : '\n';
    out += line.text;
    used = beside ? used + 1 + width : width;
    if (line.text.ends_with("：")) used = room_of(column);
  }
  return out;
}

RowLayout layout_rows(const Table& table) {
  RowLayout out;
  lay_out_headings(table, out);
  std::vector<double> needed;
  for (size_t row = 0; row < table.rows.size(); row++)
    needed.push_back(height_of(lines_of_item(table, row)));
  make_room_for_merged(table, needed);
  uint32_t next = kFirstRow;
  for (const double height : needed) {
    const auto count = static_cast<uint32_t>(std::ceil(height / kTallestRow));
    out.first.push_back(next);
    out.count.push_back(count);
    out.height.push_back(height / count);
    next += count;
  }
  out.total = next;
  return out;
}

void write_table_sheet(const Table& table, XlsxWriter& writer, XlsxSheet sheet) {
  SheetWriter(table, writer, sheet).write();
}

}  // namespace catalog
