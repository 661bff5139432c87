#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "publish/table_form.h"

namespace catalog {

/// One line of a cell.
struct CellLine {
  std::string text;
  std::string url;   ///< the address behind the text; empty where there is none to follow
  bool dim = false;  ///< a channel that is not chosen
};

/// What stands in one cell, the same for every form; lines are separated by line breaks.
struct Cell {
  std::vector<CellLine> lines;

  bool empty() const { return lines.empty(); }
  std::string text() const;
};

/// One item of an edition, a cell for each column of the form.
struct TableRow {
  std::vector<Cell> cells;
};

struct SheetLayout;

/// An edition laid out by a template: what xlsx, html and csv write. Texts are publishable.
struct Table {
  const Edition* edition = nullptr;
  TableForm form;
  std::vector<TableRow> rows;
  /// For each row and column, how many rows the cell covers: 1 alone, more where equal neighbours
  /// are merged, 0 where the cell is covered from above.
  std::vector<std::vector<uint32_t>> spans;
  /// Its sheet's, once sheet_layout() was asked for it.
  mutable std::shared_ptr<const SheetLayout> sheet{};
};

/// Lays out an edition, which must outlive the table.
Table make_table(const Edition& edition, const TemplateFile& file, const FormOptions& options);

/// The cells of one item.
TableRow make_row(const Edition& edition, const TableForm& form, size_t index);

}  // namespace catalog
