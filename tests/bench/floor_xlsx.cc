// The floor that workbooks are measured against: libxlsxwriter's own time for the same cells, in
// memory as the command uses it, with the same formats, heights, merged cells and links.
#include <xlsxwriter.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "arguments.h"
#include "lap.h"

namespace catalog::bench {
namespace {

constexpr std::string_view kUsage =
    "floor_xlsx CELLS OUT.xlsx [--turns N] : writes the cells of `bench_publish --cells` with "
    "libxlsxwriter\n"
    "Prints for each of N turns (3; 0: one for each line of the input) `write`, seconds by the\n"
    "clock and of the processor, the reading of CELLS aside.\n";

struct FloorCell {
  char format;
  uint32_t rows;  ///< 0: covered by the merged cell above
  std::string url, text;
};
struct FloorRow {
  double height;
  std::vector<FloorCell> cells;
};
struct Sheet {
  std::vector<double> widths;
  std::vector<FloorRow> rows;
};

std::vector<std::string> split(const std::string& line, char at) {
  std::vector<std::string> out;
  for (size_t from = 0;;) {
    const size_t end = line.find(at, from);
    out.push_back(line.substr(from, end - from));
    if (end == line.npos) return out;
    from = end + 1;
  }
}

std::vector<Sheet> read_cells(const std::string& path) {
  std::vector<Sheet> out;
  std::ifstream in(path, std::ios::binary);
  for (std::string line; std::getline(in, line);) {
    const std::vector<std::string> parts = split(line, '\t');
    if (parts[0] == "#") {
      out.emplace_back();
      for (size_t i = 1; i < parts.size(); i++)
        out.back().widths.push_back(std::atof(parts[i].c_str()));
      continue;
    }
    FloorRow row{std::atof(parts[0].c_str()), {}};
    for (size_t i = 1; i < parts.size(); i++) {
      const std::vector<std::string> fields = split(parts[i], '\x02');
      FloorCell cell{fields[0][0], static_cast<uint32_t>(std::atoi(fields[0].c_str() + 1)),
                     fields[1], fields[2]};
      std::ranges::replace(cell.text, '\x01', '\n');
      row.cells.push_back(std::move(cell));
    }
    out.back().rows.push_back(std::move(row));
  }
  return out;
}

struct Formats {
  lxw_format *text, *centred, *link;
};

Formats make_formats(lxw_workbook* book) {
  const auto make = [&](bool centred, bool linked) {
    lxw_format* format = workbook_add_format(book);
    format_set_font_name(format, "宋体");
    format_set_font_size(format, 10);
    format_set_text_wrap(format);
    format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
    format_set_border(format, LXW_BORDER_THIN);
    if (centred) format_set_align(format, LXW_ALIGN_CENTER);
    if (linked) format_set_underline(format, LXW_UNDERLINE_SINGLE);
    return format;
  };
  return {make(false, false), make(true, false), make(false, true)};
}

void write_row(lxw_worksheet* sheet, lxw_row_t row, const FloorRow& line, const Formats& formats) {
  worksheet_set_row(sheet, row, line.height, nullptr);
  lxw_col_t column = 0;
  for (const FloorCell& cell : line.cells) {
    lxw_format* format = cell.format == 'l'   ? formats.link
                         : cell.format == 't' ? formats.text
                                              : formats.centred;
    if (cell.rows > 1)
      worksheet_merge_range(sheet, row, column, row + cell.rows - 1, column, nullptr, format);
    if (!cell.url.empty()) {
      worksheet_write_url_opt(sheet, row, column, cell.url.c_str(), format, cell.text.c_str(),
                              nullptr);
    } else if (cell.format == 'n') {
      worksheet_write_number(sheet, row, column, std::atof(cell.text.c_str()), format);
    } else if (cell.text.empty()) {
      worksheet_write_blank(sheet, row, column, format);
    } else {
      worksheet_write_string(sheet, row, column, cell.text.c_str(), format);
    }
    column++;
  }
}

void write(const std::vector<Sheet>& sheets, const char* path) {
  lxw_workbook_options options{};
  lxw_workbook* book = workbook_new_opt(path, &options);
  const Formats formats = make_formats(book);
  for (const Sheet& cells : sheets) {
    lxw_worksheet* sheet = workbook_add_worksheet(book, nullptr);
    for (size_t i = 0; i < cells.widths.size(); i++) {
      const auto at = static_cast<lxw_col_t>(i);
      worksheet_set_column(sheet, at, at, cells.widths[i], nullptr);
    }
    lxw_row_t row = 4;  // below title, facts and headings
    for (const FloorRow& line : cells.rows) write_row(sheet, row++, line, formats);
  }
  if (const lxw_error error = workbook_close(book); error != LXW_NO_ERROR) {
    std::fprintf(stderr, "floor_xlsx: %s\n", lxw_strerror(error));
    std::exit(2);
  }
}

int run(const Arguments& arguments) {
  const std::vector<Sheet> sheets = read_cells(arguments.rest()[0]);
  for (Turns turns(arguments.whole("turns", 3)); turns.next();)
    timed([&] { write(sheets, arguments.rest()[1].c_str()); }).print("write");
  size_t rows = 0;
  for (const Sheet& sheet : sheets) rows += sheet.rows.size();
  std::printf("rows %zu\n", rows);
  return rows == 0 ? 1 : 0;
}

}  // namespace
}  // namespace catalog::bench

int main(int count, char** values) {
  catalog::bench::Arguments arguments(count, values, catalog::bench::kUsage);
  arguments.only({"turns"});
  if (arguments.rest().size() != 2) arguments.leave(2);
  return catalog::bench::run(arguments);
}
