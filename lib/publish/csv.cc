#include "publish/csv.h"

#include <algorithm>
#include <array>

namespace catalog {

namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::array<std::string_view, 11> kFormulaSigns{"=",  "+",  "-",  "@",  "\t", "\n",
                                                         "\r", "＝", "＋", "－", "＠"};

/// The bytes that the signs begin with.
constexpr std::string_view kFirstBytes = "=+-@\t\n\r\xEF";

/// Whether a field must stand in quotation marks.
bool needs_quotes(std::string_view text) {
  bool out = false;
  for (const char c : text) out |= c == ',' || c == '"' || c == '\r' || c == '\n';
  return out;
}

void append_doubled(std::string& out, std::string_view text) {
  for (size_t from = 0; from < text.size();) {
    const size_t end = std::min(text.find('"', from), text.size() - 1) + 1;
    out += text.substr(from, end - from);
    if (out.back() == '"') out += '"';
    from = end;
  }
}

void append_field(std::string& out, std::string_view text) {
  const std::string_view apostrophe = looks_like_formula(text) ? "'" : "";
  if (!needs_quotes(text)) {
    out += apostrophe;
    out += text;
    return;
  }
  out += '"';
  out += apostrophe;
  append_doubled(out, text);
  out += '"';
}

/// The field of a cell; one of several lines is always quoted.
void append_cell(std::string& out, const Cell& cell) {
  if (cell.empty()) return;
  const std::string& first = cell.lines.front().text;
  if (cell.lines.size() == 1) return append_field(out, first);
  out += '"';
  if (first.empty() || looks_like_formula(first)) out += '\'';
  for (const CellLine& line : cell.lines) {
    if (&line != &cell.lines.front()) out += '\n';
    append_doubled(out, line.text);
  }
  out += '"';
}

std::string field_of(const Cell& cell) {
  std::string out;
  append_cell(out, cell);
  return out;
}

std::string heading_of(const Column& column) {
  return column.group.empty() ? column.heading : column.group + "/" + column.heading;
}

}  // namespace

bool looks_like_formula(std::string_view text) {
  // A sign of these begins with one of few bytes; most texts begin with another.
  if (text.empty() || kFirstBytes.find(text.front()) == kFirstBytes.npos) return false;
  return std::ranges::any_of(kFormulaSigns, [&](auto sign) { return text.starts_with(sign); });
}

std::string write_csv(const Table& table) {
  std::string out(kByteOrderMark);
  const std::string_view draft = table.edition->draft;
  const auto end_row = [&](std::string_view last) {
    if (!draft.empty()) out += "," + std::string(last);
    out += "\r\n";
  };
  const auto& columns = table.form.columns;
  for (size_t i = 0; i < columns.size(); i++) {
    if (i) out += ',';
    append_field(out, heading_of(columns[i]));
  }
  end_row("状态");
  CellMemo<std::string> fields(table.store);
  for (const TableRow& row : table.rows) {
    for (size_t i = 0; i < row.cells.size(); i++) {
      if (i) out += ',';
      const Cell& cell = *row.cells[i];
      if (cell.number == 0) {
        append_cell(out, cell);
      } else {
        out += fields.of(cell, [&] { return field_of(cell); });
      }
    }
    end_row(draft);
  }
  return out;
}

}  // namespace catalog
