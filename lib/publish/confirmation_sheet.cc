#include <xlsxwriter.h>

#include <algorithm>

#include "publish/confirmation_form.h"
#include "publish/text_layout.h"
#include "publish/xlsx_writer.h"
#include "text/utf8.h"

namespace catalog {

namespace {

constexpr uint8_t kPaperA4 = 9;
constexpr double kColumn = 3.3;           // characters; 24 of them fill A4 within its margins
constexpr double kHalvesOfColumn = 4.15;  // of a 10-point Chinese character
constexpr double kHalvesOfMargins = 0.8;
constexpr double kLine = 14.6;         // points a line of 10-point text takes
constexpr double kPadding = 5;         // points
constexpr size_t kMostLines = 15;      // in a row; Excel's limit is 409.5 points
constexpr double kPageHeight = 720;    // points between the margins that are set below
constexpr double kBoxHeight = 110;     // points to write into
constexpr double kSignatureLine = 26;  // points
constexpr double kTitleHeight = 26;    // points, of a table
constexpr size_t kLongestFooter = 60;  // code points of the name; Excel takes 255 in all

/// Writes the form's sheet from its top down, and keeps count of the room left on the page.
class FormSheet {
 public:
  FormSheet(const ConfirmationForm& form, XlsxWriter& writer, XlsxSheet sheet)
      : form_(form), writer_(writer), formats_(writer.formats()), sheet_(sheet) {}

  void write() {
    set_up();
    put(40, {{kFormColumns, form_.title, formats_.title}});
    facts();
    for (const FormTable& one : form_.tables) table(one);
    boxes();
    worksheet_print_area(sheet_, 0, 0, row_ - 1, kFormColumns - 1);
    std::vector<lxw_row_t> breaks(breaks_.begin(), breaks_.end());
    breaks.push_back(0);
    if (breaks.size() > 1) worksheet_set_h_pagebreaks(sheet_, breaks.data());
  }

 private:
  struct Part {
    uint32_t width;
    std::string text;
    XlsxFormat format;
  };

  void set_up() {
    worksheet_set_portrait(sheet_);
    worksheet_set_paper(sheet_, kPaperA4);
    worksheet_set_margins(sheet_, 0.6, 0.6, 0.7, 0.8);
    worksheet_center_horizontally(sheet_);
    worksheet_fit_to_pages(sheet_, 1, 0);
    worksheet_gridlines(sheet_, LXW_HIDE_ALL_GRIDLINES);
    worksheet_set_column(sheet_, 0, kFormColumns - 1, kColumn, nullptr);
    const std::string footer = "&L" + escaped(clipped(form_.footer_name)) + "&C" +
                               form_.footer_page + "&R" + escaped(form_.footer_digest);
    worksheet_set_footer(sheet_, footer.c_str());
  }

  static std::string clipped(const std::string& text) {
    return from_code_points(to_code_points(text).substr(0, kLongestFooter));
  }

  /// Footers take & for a sign of their own.
  static std::string escaped(const std::string& text) {
    std::string out;
    for (const char c : text) {
      out += c;
      if (c == '&') out += c;
    }
    return out;
  }

  /// How many halves of a Chinese character fit beside each other.
  static uint32_t room(uint32_t columns) {
    return static_cast<uint32_t>(columns * kHalvesOfColumn - kHalvesOfMargins);
  }

  static double height_of(const std::vector<Part>& parts) {
    size_t lines = 1;
    for (const Part& part : parts)
      lines = std::max(lines, printed_lines(part.text, room(part.width)));
    return static_cast<double>(lines) * kLine + kPadding;
  }

  /// What of the parts fits a row; the rest stays in them.
  static std::vector<Part> cut(std::vector<Part>& parts) {
    std::vector<Part> out;
    for (Part& part : parts) {
      const size_t end = printed_prefix(part.text, room(part.width), kMostLines);
      out.push_back({part.width, part.text.substr(0, end), part.format});
      part.text.erase(0, part.text.find_first_not_of('\n', end));
    }
    return out;
  }

  /// Cells side by side; what is too tall for a row goes on in the next one. On a new page the
  /// table's `head` is repeated.
  void line(std::vector<Part> parts, const std::vector<Part>& head = {}) {
    do {
      const std::vector<Part> row = cut(parts);
      const double height = height_of(row);
      if (make_room(height) && !head.empty()) put(height_of(head), head);
      put(height, row);
    } while (std::ranges::any_of(parts, [](const Part& part) { return !part.text.empty(); }));
  }

  void put(double height, const std::vector<Part>& parts) {
    worksheet_set_row(sheet_, row_, height, nullptr);
    uint32_t column = 0;
    for (const Part& part : parts) {
      writer_.merged(sheet_, row_, column, row_, column + part.width - 1, part.text, part.format);
      column += part.width;
    }
    row_++;
    used_ += height;
  }

  /// Begins a page where what comes next would be torn; says whether it did.
  bool make_room(double height) {
    if (used_ + height <= kPageHeight || used_ == 0) return false;
    breaks_.push_back(row_);
    used_ = 0;
    return true;
  }

  void facts() {
    constexpr uint32_t kLabel = 4, kValue = kFormColumns / 2 - kLabel;
    const auto fits = [&](const Fact& fact) {
      return printed_lines(fact.value, room(kValue)) <= 2 && fact.value.size() < 70;
    };
    for (size_t i = 0; i < form_.facts.size(); i++) {
      const Fact& fact = form_.facts[i];
      if (i + 1 < form_.facts.size() && fits(fact) && fits(form_.facts[i + 1])) {
        const Fact& other = form_.facts[++i];
        line({{kLabel, fact.label, formats_.heading},
              {kValue, fact.value, formats_.text},
              {kLabel, other.label, formats_.heading},
              {kValue, other.value, formats_.text}});
      } else {
        line({{kLabel, fact.label, formats_.heading},
              {kFormColumns - kLabel, fact.value, formats_.text}});
      }
    }
  }

  static std::vector<Part> head_of(const FormTable& one, XlsxFormat format) {
    std::vector<Part> out;
    for (const auto& column : one.columns) out.push_back({column.width, column.heading, format});
    return out;
  }

  std::vector<Part> cells_of(const FormTable& one, const std::vector<std::string>& row) const {
    std::vector<Part> out;
    for (size_t i = 0; i < row.size(); i++) {
      const auto& column = one.columns[i];
      out.push_back({column.width, row[i], column.centred ? formats_.centred : formats_.text});
    }
    return out;
  }

  void table(const FormTable& one) {
    const std::vector<Part> summary{{kFormColumns, one.summary, formats_.text}};
    const std::vector<Part> head = head_of(one, formats_.heading);
    // No title and no head alone at a page's foot.
    double together = kTitleHeight + (one.summary.empty() ? 0 : height_of(summary));
    if (!one.rows.empty()) {
      std::vector<Part> first = cells_of(one, one.rows.front());
      together += height_of(head) + height_of(cut(first));
    }
    make_room(together);
    put(kTitleHeight, {{kFormColumns, one.title, formats_.label}});
    if (!one.summary.empty()) line(summary);
    if (one.rows.empty()) return;
    put(height_of(head), head);
    for (const auto& row : one.rows) line(cells_of(one, row), head);
  }

  void boxes() {
    constexpr uint32_t kLabel = 4;
    for (const FormBox& box : form_.boxes) {
      make_room(kBoxHeight + kSignatureLine);
      const uint32_t first = row_;
      worksheet_set_row(sheet_, row_, kBoxHeight, nullptr);
      worksheet_set_row(sheet_, row_ + 1, kSignatureLine, nullptr);
      writer_.merged(sheet_, first, 0, first + 1, kLabel - 1, box.label, formats_.heading);
      writer_.merged(sheet_, first, kLabel, first, kFormColumns - 1, "", formats_.text);
      writer_.merged(sheet_, first + 1, kLabel, first + 1, kFormColumns - 1, box.signature,
                     formats_.centred);
      row_ += 2;
      used_ += kBoxHeight + kSignatureLine;
    }
  }

  const ConfirmationForm& form_;
  XlsxWriter& writer_;
  const XlsxFormats& formats_;
  XlsxSheet sheet_;
  uint32_t row_ = 0;
  double used_ = 0;  // points of the page
  std::vector<uint32_t> breaks_;
};

}  // namespace

std::expected<std::string, IoError> write_confirmation_form(const ConfirmationForm& form) {
  XlsxWriter writer;
  if (!writer.opened()) return writer.finish();
  lxw_doc_properties properties{};
  std::string title = form.title, digest = form.footer_digest;
  properties.title = title.data();
  properties.comments = digest.data();
  // The library takes 0 for “now”.
  properties.created = static_cast<time_t>(std::max<int64_t>(form.created, 1));
  writer.check(workbook_set_properties(writer.book(), &properties));
  if (XlsxSheet sheet = writer.add_sheet("标准确认表")) FormSheet(form, writer, sheet).write();
  return writer.finish();
}

}  // namespace catalog
