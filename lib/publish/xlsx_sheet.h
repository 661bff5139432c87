#pragma once

#include <string_view>

#include "publish/table.h"
#include "publish/xlsx_writer.h"

namespace catalog {

inline constexpr std::string_view kCoverSheet = "封面";
inline constexpr std::string_view kNotesSheet = "编制说明";
inline constexpr std::string_view kContentsSheet = "目录";

/// Writes a table's sheet: title, facts, two rows of headings, items, and the set-up of the page.
void write_table_sheet(const Table& table, XlsxWriter& writer, XlsxSheet sheet);

}  // namespace catalog
