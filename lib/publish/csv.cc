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

void append_field(std::string& out, std::string_view text) {
  const std::string_view apostrophe = looks_like_formula(text) ? "'" : "";
  if (!needs_quotes(text)) {
    out += apostrophe;
    out += text;
    return;
  }
  out += '"';
  out += apostrophe;
  for (size_t from = 0; from < text.size();) {
    const size_t end = std::min(text.find('"', from), text.size() - 1) + 1;
    out += text.substr(from, end - from);
    if (out.back() == '"') out += '"';
    from = end;
  }
  out += '"';
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
  std::string text;
  for (const TableRow& row : table.rows) {
    for (size_t i = 0; i < row.cells.size(); i++) {
      if (i) out += ',';
      text.clear();
      row.cells[i].append_text(text);
      append_field(out, text);
    }
    end_row(draft);
  }
  return out;
}

}  // namespace catalog
