#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "publish/table.h"
#include "publish/xlsx_writer.h"

namespace catalog {

inline constexpr std::string_view kCoverSheet = "封面";
inline constexpr std::string_view kNotesSheet = "编制说明";
inline constexpr std::string_view kContentsSheet = "目录";

/// Where the items stand on a sheet. An item taller than Excel's tallest row takes several rows,
/// which are merged.
struct RowLayout {
  std::vector<uint32_t> first;    ///< sheet row of each item, from 0
  std::vector<uint32_t> count;    ///< sheet rows of each item
  std::vector<double> height;     ///< points, of each of them
  size_t total = 0;               ///< rows of the sheet, title and headings included
  double group_heading = 0;       ///< points
  double heading = 0;             ///< points
};

RowLayout layout_rows(const Table& table);

/// The text of a cell as the sheet has it: channels side by side where the column is wide enough.
std::string sheet_text(const Column& column, const Cell& cell);

/// Writes a table's sheet: title, facts, two rows of headings, items, and the set-up of the page.
void write_table_sheet(const Table& table, XlsxWriter& writer, XlsxSheet sheet);

}  // namespace catalog
