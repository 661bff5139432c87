#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "publish/cell_store.h"
#include "publish/table_form.h"

namespace catalog {

/// One item of an edition, a cell for each column of the form.
struct TableRow {
  std::vector<const Cell*> cells;  ///< never null; held by the store that they were made in
};

struct SheetLayout;

/// An edition laid out by a template: what xlsx, html and csv write. Texts are publishable.
struct Table {
  const Edition* edition = nullptr;
  TableForm form;
  CellStore store;
  std::vector<TableRow> rows;
  /// For each row and column, how many rows the cell covers: 1 alone, more where equal neighbours
  /// are merged, 0 where the cell is covered from above.
  std::vector<std::vector<uint32_t>> spans;
  /// Its sheet's, once sheet_layout() was asked for it.
  mutable std::shared_ptr<const SheetLayout> sheet{};
};

/// Lays out an edition, which must outlive the table.
Table make_table(const Edition& edition, const TemplateFile& file, const FormOptions& options);

/// The cells of one item; a store serves one form.
TableRow make_row(const Edition& edition, const TableForm& form, size_t index, CellStore& store);

}  // namespace catalog
