#include "publish/xlsx_layout.h"

#include <algorithm>
#include <cmath>

#include "publish/text_layout.h"

namespace catalog {

namespace {

constexpr double kLine = 14.6;     // points a line of 10-point text takes in the tallest of fonts
constexpr double kPadding = 4;     // points
constexpr double kTitleLine = 34;  // points a line of the title takes
constexpr double kFilterButton = 12;  // points that a filter's button takes of a heading
constexpr double kTallestRow = 400;   // points; Excel's limit is 409.5
constexpr size_t kMostBreaks = 1023;  // Excel's limit of page breaks
// A3 landscape within the margins that the sheet sets, in points.
constexpr double kPageWidth = 1133;
constexpr double kPageHeight = 762;
// Renderers differ by a little; a page that is planned full would spill a row to the next.
constexpr double kPageFill = 0.98;

double height_of(size_t lines) { return static_cast<double>(lines) * kLine + kPadding; }

uint32_t room_of(const Column& column) { return static_cast<uint32_t>(column.width); }

uint32_t room_of(const std::vector<Column>& columns) {
  uint32_t width = 0;
  for (const Column& column : columns) width += room_of(column);
  return width;
}

/// Plans one sheet.
class Planner {
 public:
  explicit Planner(const Table& table)
      : table_(table), columns_(table.form.columns), heights_(table.store) {}

  SheetLayout plan() {
    lay_out_head();
    measure_items();
    make_room_for_merged(table_.spans);
    find_pages();
    end_spans_at_pages();
    make_room_for_merged(out_.spans);
    set_rows();
    return std::move(out_);
  }

 private:
  void lay_out_head() {
    const Edition& edition = *table_.edition;
    const uint32_t width = room_of(columns_);
    // The title's letters are nearly twice as wide as the text's.
    out_.title = kTitleLine * static_cast<double>(printed_lines(sheet_title(edition), width / 2));
    out_.facts = height_of(printed_lines(facts_line(edition), width));
    size_t above = 1, below = 1;
    for (size_t i = 0; i < columns_.size(); i++) {
      const size_t lines = printed_lines(columns_[i].heading, room_of(columns_[i]));
      // A heading without a group stands in both rows.
      below = std::max(below, columns_[i].group.empty() ? std::max<size_t>(lines, 2) - 1 : lines);
      if (!begins_group(columns_, i)) continue;
      uint32_t width_of_group = 0;
      for (size_t j = i; j <= group_end(columns_, i); j++) width_of_group += room_of(columns_[j]);
      above = std::max(above, printed_lines(columns_[i].group, width_of_group));
    }
    out_.group_heading = height_of(above);
    out_.heading = height_of(below) + kFilterButton;
  }

  double cell_height(size_t row, size_t column) {
    const Column& known = columns_[column];
    const Cell& cell = *table_.rows[row].cells[column];
    if (cell.empty()) return height_of(1);
    return heights_.of(
        cell, [&] { return height_of(printed_lines(sheet_text(known, cell), room_of(known))); });
  }

  void measure_items() {
    for (size_t row = 0; row < table_.rows.size(); row++) {
      double height = height_of(1);
      for (size_t column = 0; column < columns_.size(); column++) {
        if (table_.spans[row][column] == 1) height = std::max(height, cell_height(row, column));
      }
      needed_.push_back(height);
    }
  }

  /// Makes the last item of a merged cell taller where its text needs more than all of them have.
  void make_room_for_merged(const std::vector<std::vector<uint32_t>>& spans) {
    for (size_t row = 0; row < table_.rows.size(); row++) {
      for (size_t column = 0; column < columns_.size(); column++) {
        const uint32_t span = spans[row][column];
        if (span == 0 || !columns_[column].merge) continue;
        double there = 0;
        for (size_t i = row; i < row + span; i++) there += needed_[i];
        const double wanted = cell_height(row, column);
        if (wanted > there) needed_[row + span - 1] += wanted - there;
      }
    }
  }

  /// Points of the sheet that fit on a page below the headings, scaled to the page's width.
  double page_room() const {
    double pixels = 0;  // of columns in Excel: 7 a character and 5 for the margins
    for (const Column& column : columns_) pixels += 7 * column.width + 5;
    const double scale = std::min(1.0, kPageWidth / (pixels * 0.75));
    return kPageFill * kPageHeight / scale - out_.group_heading - out_.heading;
  }

  void find_pages() {
    const double room = page_room();
    double left = room - out_.title - out_.facts;
    for (size_t row = 0; row < needed_.size(); row++) {
      if (needed_[row] > left && row > 0 && out_.page_starts.size() < kMostBreaks) {
        out_.page_starts.push_back(row);
        left = room;
      }
      left -= needed_[row];
    }
  }

  void end_spans_at_pages() {
    out_.spans = table_.spans;
    for (const size_t start : out_.page_starts) {
      for (size_t column = 0; column < columns_.size(); column++) {
        if (out_.spans[start][column] != 0) continue;
        size_t head = start;
        while (out_.spans[head][column] == 0) head--;
        const auto before = static_cast<uint32_t>(start - head);
        out_.spans[start][column] = out_.spans[head][column] - before;
        out_.spans[head][column] = before;
      }
    }
  }

  void set_rows() {
    uint32_t next = kFirstItemRow;
    for (const double height : needed_) {
      const auto count = static_cast<uint32_t>(std::ceil(height / kTallestRow));
      out_.first.push_back(next);
      out_.count.push_back(count);
      out_.height.push_back(height / count);
      next += count;
    }
    out_.rows = next;
  }

  const Table& table_;
  const std::vector<Column>& columns_;
  CellMemo<double> heights_;    // points that a cell alone takes
  std::vector<double> needed_;  // points, of each item
  SheetLayout out_;
};

}  // namespace

SheetLayout lay_out_sheet(const Table& table) { return Planner(table).plan(); }

const SheetLayout& sheet_layout(const Table& table) {
  if (!table.sheet) table.sheet = std::make_shared<const SheetLayout>(lay_out_sheet(table));
  return *table.sheet;
}

std::string sheet_title(const Edition& edition) {
  if (edition.draft.empty()) return edition.title;
  return edition.title + "（" + std::string(edition.draft) + "）";
}

std::string facts_line(const Edition& edition) {
  std::string out;
  for (const Fact& fact : edition.facts)
    out += (out.empty() ? "" : "　　") + fact.label + "：" + fact.value;
  return out;
}

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

size_t group_end(const std::vector<Column>& columns, size_t column) {
  size_t end = column;
  while (end + 1 < columns.size() && columns[end + 1].group == columns[column].group) end++;
  return end;
}

bool begins_group(const std::vector<Column>& columns, size_t column) {
  const std::string& group = columns[column].group;
  return !group.empty() && (column == 0 || columns[column - 1].group != group);
}

}  // namespace catalog
