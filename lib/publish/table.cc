#include "publish/table.h"

#include <algorithm>

namespace catalog {

namespace {

bool same_text(const Cell& a, const Cell& b) {
  return &a == &b || std::ranges::equal(a.lines, b.lines, {}, &CellLine::text, &CellLine::text);
}

bool has_text(const Cell& cell) {
  return cell.lines.size() > 1 || (!cell.empty() && !cell.lines.front().text.empty());
}

/// Whether two rows stand in one merged cell of this column. Within a group of headings a later
/// column never runs on where an earlier one begins anew: 二级事项 of two 一级事项 stay apart.
bool runs_on(const Table& table, size_t column, size_t row) {
  const std::vector<Column>& columns = table.form.columns;
  for (size_t other = 0; other <= column; other++) {
    const bool same_group = !columns[column].group.empty() &&
                            columns[other].group == columns[column].group && columns[other].merge;
    if (other != column && !same_group) continue;
    const Cell& cell = *table.rows[row].cells[other];
    if (!same_text(cell, *table.rows[row - 1].cells[other])) return false;
    if (other == column && !has_text(cell)) return false;
  }
  return true;
}

void set_spans(Table& table) {
  const size_t columns = table.form.columns.size();
  table.spans.assign(table.rows.size(), std::vector<uint32_t>(columns, 1));
  for (size_t column = 0; column < columns; column++) {
    if (!table.form.columns[column].merge) continue;
    size_t head = 0;
    for (size_t row = 1; row < table.rows.size(); row++) {
      if (runs_on(table, column, row)) {
        table.spans[head][column]++;
        table.spans[row][column] = 0;
      } else {
        head = row;
      }
    }
  }
}

}  // namespace

Table make_table(const Edition& edition, const TemplateFile& file, const FormOptions& options) {
  Table table;
  table.edition = &edition;
  table.form = table_form(file, edition, options);
  table.rows.reserve(edition.size());
  for (size_t i = 0; i < edition.size(); i++) {
    table.rows.push_back(make_row(edition, table.form, i, table.store));
  }
  table.store.seal();
  set_spans(table);
  return table;
}

}  // namespace catalog
