// Prints a workbook as the project reads it, as JSON: xlsx_driver FILE. Exit code 1 with the reason
// where it can't be read.
#include <cstdio>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "table/xlsx_reader.h"

int main(int count, char** arguments) {
  if (count != 2) return 2;
  std::ifstream file(arguments[1], std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(file), {}};
  const auto sheets = catalog::read_xlsx(bytes);
  if (!sheets) {
    std::puts(sheets.error().in(catalog::Lang::Zh).c_str());
    return 1;
  }
  auto out = nlohmann::json::array();
  for (const catalog::Sheet& sheet : *sheets) {
    auto merges = nlohmann::json::array();
    for (const catalog::CellRange& range : sheet.merges) {
      merges.push_back(catalog::cell_name(range.row, range.column) + ":" +
                       catalog::cell_name(range.last_row, range.last_column));
    }
    out.push_back(
        {{"name", sheet.name}, {"hidden", sheet.hidden}, {"rows", sheet.rows}, {"merges", merges}});
  }
  std::puts(out.dump().c_str());
  return 0;
}
