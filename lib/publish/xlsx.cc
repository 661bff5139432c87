#include "publish/xlsx.h"

#include <xlsxwriter.h>

#include <algorithm>

#include "publish/text_layout.h"
#include "publish/xlsx_sheet.h"

namespace catalog {

namespace {

constexpr uint8_t kPaperA3 = 8;
constexpr double kLine = 14.6;       // points a line of 10-point text takes
constexpr double kCoverLine = 22;    // points a line of 14-point text takes
constexpr double kTallestRow = 400;  // points

/// Widths of the columns of the front sheets, in display columns.
constexpr uint32_t kCoverLabel = 20, kCoverValue = 90;
constexpr uint32_t kNotesName = 28, kNotesLabel = 14, kNotesText = 130;

void set_up_page(XlsxSheet sheet) {
  worksheet_set_landscape(sheet);
  worksheet_set_paper(sheet, kPaperA3);
  worksheet_center_horizontally(sheet);
  worksheet_fit_to_pages(sheet, 1, 0);
  worksheet_gridlines(sheet, LXW_HIDE_ALL_GRIDLINES);
}

/// Writes the sheets that stand before the tables.
class FrontWriter {
 public:
  FrontWriter(const Book& book, XlsxWriter& writer, const std::vector<std::string>& names)
      : book_(book), writer_(writer), formats_(writer.formats()), names_(names) {}

  void write_cover() {
    XlsxSheet sheet = add_sheet(kCoverSheet);
    if (!sheet) return;
    worksheet_set_column(sheet, 0, 0, 4, nullptr);
    worksheet_set_column(sheet, 1, 1, kCoverLabel, nullptr);
    worksheet_set_column(sheet, 2, 2, kCoverValue, nullptr);
    worksheet_set_column(sheet, 3, 3, 4, nullptr);
    const size_t lines = printed_lines(book_.title, (kCoverLabel + kCoverValue) / 3);
    worksheet_set_row(sheet, 0, 90, nullptr);
    worksheet_set_row(sheet, 1, 56.0 * static_cast<double>(lines), nullptr);
    writer_.merged(sheet, 1, 1, 1, 2, book_.title, formats_.cover_title);
    worksheet_set_row(sheet, 2, 50, nullptr);
    if (!book_.draft.empty())
      writer_.merged(sheet, 2, 1, 2, 2, "（" + std::string(book_.draft) + "）",
                     formats_.cover_mark);
    worksheet_set_row(sheet, 3, 40, nullptr);
    uint32_t row = 4;
    for (const Fact& fact : book_.facts) cover_row(sheet, row, fact);
    if (!book_.note.empty()) {
      worksheet_set_row(sheet, row++, 40, nullptr);
      cover_row(sheet, row, {"说明", book_.note});
    }
    worksheet_print_area(sheet, 0, 0, row, 3);
  }

  /// 编制说明: requirements, process, notes and rows left out, domain by domain.
  void write_notes() {
    size_t notes = 0;
    for (const Table* table : book_.tables) notes += table->edition->notes.size();
    if (notes == 0) return;
    XlsxSheet sheet = add_sheet(kNotesSheet);
    if (!sheet) return;
    worksheet_set_column(sheet, 0, 0, kNotesName, nullptr);
    worksheet_set_column(sheet, 1, 1, kNotesLabel, nullptr);
    worksheet_set_column(sheet, 2, 2, kNotesText, nullptr);
    title(sheet, kNotesSheet, 2);
    uint32_t row = 1;
    for (size_t i = 0; i < book_.tables.size(); i++) {
      const auto& all = book_.tables[i]->edition->notes;
      if (all.empty()) continue;
      const auto first = row;
      for (const Fact& note : all) notes_row(sheet, row, note);
      writer_.merged(sheet, first, 0, row - 1, 0, names_[i], formats_.centred);
    }
    worksheet_print_area(sheet, 0, 0, row - 1, 2);
  }

  void write_contents() {
    XlsxSheet sheet = add_sheet(kContentsSheet);
    if (!sheet) return;
    worksheet_set_column(sheet, 0, 0, 8, nullptr);
    worksheet_set_column(sheet, 1, 1, 80, nullptr);
    worksheet_set_column(sheet, 2, 2, 12, nullptr);
    title(sheet, kContentsSheet, 2);
    uint32_t row = 1, column = 0;
    for (const char* heading : {"序号", "标题", "事项数"})
      writer_.text(sheet, row, column++, heading, formats_.heading);
    worksheet_set_row(sheet, row++, 24, nullptr);
    size_t items = 0;
    for (size_t i = 0; i < book_.tables.size(); i++) {
      contents_row(sheet, row++, i);
      items += book_.tables[i]->rows.size();
    }
    writer_.merged(sheet, row, 0, row, 1, "合计", formats_.heading);
    writer_.number(sheet, row, 2, static_cast<double>(items), formats_.heading);
    worksheet_set_row(sheet, row, 22, nullptr);
    worksheet_print_area(sheet, 0, 0, row, 2);
    worksheet_repeat_rows(sheet, 1, 1);
    worksheet_freeze_panes(sheet, 2, 0);
  }

 private:
  XlsxSheet add_sheet(std::string_view name) {
    XlsxSheet sheet = writer_.add_sheet(std::string(name));
    if (!sheet) return nullptr;
    set_up_page(sheet);
    std::string footer = "&C第 &P 页，共 &N 页";
    if (!book_.draft.empty()) footer += "&R" + std::string(book_.draft);
    if (name != kCoverSheet) worksheet_set_footer(sheet, footer.c_str());
    return sheet;
  }

  void title(XlsxSheet sheet, std::string_view name, uint32_t last_column) {
    std::string text(name);
    if (!book_.draft.empty()) text += "（" + std::string(book_.draft) + "）";
    writer_.merged(sheet, 0, 0, 0, last_column, text, formats_.title);
    worksheet_set_row(sheet, 0, 40, nullptr);
  }

  void cover_row(XlsxSheet sheet, uint32_t& row, const Fact& fact) {
    const size_t lines = printed_lines(fact.value, kCoverValue * 2 / 3);  // 14-point text
    const double height = static_cast<double>(lines) * kCoverLine + 6;
    pair_row(sheet, row, 1, {fact.label + "：", fact.value}, height, formats_.cover_label,
             formats_.cover_value);
  }

  void notes_row(XlsxSheet sheet, uint32_t& row, const Fact& note) {
    const double height = static_cast<double>(printed_lines(note.value, kNotesText)) * kLine + 8;
    pair_row(sheet, row, 1, note, height, formats_.label, formats_.text);
  }

  /// A label and its text; what is taller than a row of Excel can be takes several, merged.
  void pair_row(XlsxSheet sheet, uint32_t& row, uint32_t column, const Fact& fact, double height,
                XlsxFormat label, XlsxFormat text) {
    const auto rows = static_cast<uint32_t>(height / kTallestRow) + 1;
    for (uint32_t i = 0; i < rows; i++) worksheet_set_row(sheet, row + i, height / rows, nullptr);
    const uint32_t last = row + rows - 1;
    writer_.merged(sheet, row, column, last, column, fact.label, label);
    writer_.merged(sheet, row, column + 1, last, column + 1, fact.value, text);
    row += rows;
  }

  void contents_row(XlsxSheet sheet, uint32_t row, size_t index) {
    std::string quoted;
    for (char c : names_[index]) quoted += c == '\'' ? "''" : std::string(1, c);
    const Table& table = *book_.tables[index];
    writer_.number(sheet, row, 0, static_cast<double>(index + 1), formats_.centred);
    writer_.link(sheet, row, 1, "internal:'" + quoted + "'!A1", table.edition->title,
                 formats_.link);
    writer_.number(sheet, row, 2, static_cast<double>(table.rows.size()), formats_.centred);
    worksheet_set_row(sheet, row, 22, nullptr);
  }

  const Book& book_;
  XlsxWriter& writer_;
  const XlsxFormats& formats_;
  const std::vector<std::string>& names_;
};

void set_properties(const Book& book, XlsxWriter& writer) {
  std::string title = book.title, compiler = book.compiler;
  std::string draft(book.draft);
  const auto given = [](std::string& text) { return text.empty() ? nullptr : text.data(); };
  lxw_doc_properties properties{};
  properties.title = given(title);
  properties.author = given(compiler);
  properties.company = given(compiler);
  properties.status = given(draft);
  // The library takes 0 for “now”.
  properties.created = static_cast<time_t>(std::max<int64_t>(book.created, 1));
  writer.check(workbook_set_properties(writer.book(), &properties));
}

}  // namespace

std::expected<std::string, IoError> write_xlsx(const Book& book) {
  XlsxWriter writer;
  if (!writer.opened()) return writer.finish();
  set_properties(book, writer);
  const std::vector<std::string> names = sheet_names(book.tables);
  FrontWriter front(book, writer, names);
  front.write_cover();
  front.write_notes();
  if (book.tables.size() > 1) front.write_contents();
  for (size_t i = 0; i < book.tables.size(); i++) {
    if (XlsxSheet sheet = writer.add_sheet(names[i]))
      write_table_sheet(*book.tables[i], writer, sheet);
  }
  return writer.finish();
}

}  // namespace catalog
