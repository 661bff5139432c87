#include "publish/csv.h"

#include <algorithm>
#include <array>

#include "text/byte_block.h"

namespace catalog {

namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::array<std::string_view, 11> kFormulaSigns{"=",  "+",  "-",  "@",  "\t", "\n",
                                                         "\r", "＝", "＋", "－", "＠"};

/// Whether one of the signs begins with the byte; most texts begin with another.
constexpr bool may_begin_formula(char byte) {
  return std::ranges::any_of(kFormulaSigns, [&](auto sign) { return sign.front() == byte; });
}

/// What a field can hold only in quotation marks.
constexpr auto kQuoted = [](ByteBlock byte) {
  return (byte == ',') | (byte == '"') | (byte == '\r') | (byte == '\n');
};

void append_doubled(std::string& out, std::string_view text) {
  if (append_without(out, text, [](ByteBlock byte) { return byte == '"'; })) return;
  for (size_t from = 0; from < text.size();) {
    const size_t end = std::min(text.find('"', from), text.size() - 1) + 1;
    out += text.substr(from, end - from);
    if (out.back() == '"') out += '"';
    from = end;
  }
}

void append_field(std::string& out, std::string_view text) {
  const bool formula = looks_like_formula(text);
  if (!formula && append_without(out, text, kQuoted)) return;
  const bool quotes = any_byte(text, kQuoted);
  if (quotes) out += '"';
  if (formula) out += '\'';
  append_doubled(out, text);
  if (quotes) out += '"';
}

/// The field of a cell; one of several lines is always quoted.
void append_cell(std::string& out, const Cell& cell) {
  if (cell.empty()) return;
  const std::string_view first = cell.lines.front().text;
  if (cell.lines.size() == 1) return append_field(out, first);
  out += '"';
  if (first.empty() || looks_like_formula(first)) out += '\'';
  for (const CellLine& line : cell.lines) {
    if (&line != &cell.lines.front()) out += '\n';
    append_doubled(out, line.text);
  }
  out += '"';
}

std::string heading_of(const Column& column) {
  return column.group.empty() ? column.heading : column.group + "/" + column.heading;
}

}  // namespace

bool looks_like_formula(std::string_view text) {
  if (text.empty() || !may_begin_formula(text.front())) return false;
  return std::ranges::any_of(kFormulaSigns, [&](auto sign) { return text.starts_with(sign); });
}

std::string write_csv(const Table& table, std::string room) {
  std::string& out = room;
  out = kByteOrderMark;
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
  for (const TableRow& row : table.rows) {
    for (size_t i = 0; i < row.cells.size(); i++) {
      if (i) out += ',';
      append_cell(out, *row.cells[i]);
    }
    end_row(draft);
  }
  return room;
}

}  // namespace catalog
