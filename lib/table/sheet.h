#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace catalog {

/// A rectangle of cells, from 0, both ends included.
struct CellRange {
  uint32_t row = 0;
  uint32_t column = 0;
  uint32_t last_row = 0;
  uint32_t last_column = 0;
  friend bool operator==(const CellRange&, const CellRange&) = default;
};

/// One sheet of a workbook as texts: what a reader sees in the cells, without formats. A formula is
/// the value that was last worked out for it.
struct Sheet {
  std::string name;
  bool hidden = false;
  std::vector<std::vector<std::string>>
      rows;                       ///< a row ends with its last cell that says something
  std::vector<CellRange> merges;  ///< the text stands in the first cell

  /// The text of a cell, from 0; empty outside of what is there.
  std::string_view at(size_t row, size_t column) const {
    return row < rows.size() && column < rows[row].size() ? std::string_view(rows[row][column])
                                                          : std::string_view();
  }
};

/// `F12` for row 11, column 5: how people name a cell.
std::string cell_name(uint32_t row, uint32_t column);

}  // namespace catalog
