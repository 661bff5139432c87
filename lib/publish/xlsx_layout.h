#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "publish/table.h"

namespace catalog {

/// Rows of a table's sheet above its items, from 0: title, facts, two rows of headings.
inline constexpr uint32_t kHeadingRow = 2;
inline constexpr uint32_t kFirstItemRow = 4;

/// Where the items of a table stand on its sheet, how tall its rows are (points) and where its
/// pages end. An item taller than Excel's tallest row takes several rows, which are merged.
struct SheetLayout {
  double title = 0, facts = 0, group_heading = 0, heading = 0;
  std::vector<uint32_t> first;  ///< sheet row of each item, from 0
  std::vector<uint32_t> count;  ///< sheet rows of each item
  std::vector<double> height;   ///< of each of them
  size_t rows = 0;              ///< of the sheet
  /// Items that begin a page, beside the first. So no item of several rows is torn by a page's end,
  /// and merged names are printed again on each page.
  std::vector<size_t> page_starts;
  /// As Table::spans, ended at each page.
  std::vector<std::vector<uint32_t>> spans;
};

SheetLayout lay_out_sheet(const Table& table);
/// The same, kept with the table: checking it and writing it into one workbook or two ask for it
/// each. For one thread at a time.
const SheetLayout& sheet_layout(const Table& table);

/// The title as the sheet has it, with 草稿 where it is one.
std::string sheet_title(const Edition& edition);
/// The line under the title: the edition's facts.
std::string facts_line(const Edition& edition);

/// The text of a cell as the sheet has it: channels side by side where the column is wide enough.
std::string sheet_text(const Column& column, const Cell& cell);

/// The last column of the group of headings that begins at `column`.
size_t group_end(const std::vector<Column>& columns, size_t column);
/// Whether a column begins its group of headings.
bool begins_group(const std::vector<Column>& columns, size_t column);

}  // namespace catalog
