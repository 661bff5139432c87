#include "publish/csv.h"

#include <algorithm>
#include <array>

namespace catalog {

namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::array<std::string_view, 11> kFormulaSigns{"=",  "+",  "-",  "@",  "\t", "\n",
                                                         "\r", "＝", "＋", "－", "＠"};

void append_field(std::string& out, std::string_view text) {
  const std::string_view apostrophe = looks_like_formula(text) ? "'" : "";
  if (text.find_first_of(",\"\r\n") == text.npos) {
    out += apostrophe;
    out += text;
    return;
  }
  out += '"';
  out += apostrophe;
  for (char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

std::string heading_of(const Column& column) {
  return column.group.empty() ? column.heading : column.group + "/" + column.heading;
}

}  // namespace

bool looks_like_formula(std::string_view text) {
  return std::ranges::any_of(kFormulaSigns, [&](auto sign) { return text.starts_with(sign); });
}

std::string write_csv(const Table& table) {
  std::string out(kByteOrderMark);
  const bool draft = table.edition->draft;
  const auto end_row = [&](std::string_view last) {
    if (draft) out += "," + std::string(last);
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
      append_field(out, row.cells[i].text());
    }
    end_row(kDraftMark);
  }
  return out;
}

}  // namespace catalog
