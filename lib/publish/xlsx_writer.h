#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "source/file_system.h"

struct lxw_workbook;
struct lxw_worksheet;
struct lxw_format;

namespace catalog {

using XlsxSheet = lxw_worksheet*;
using XlsxFormat = lxw_format*;

/// The kinds of cells of a workbook.
struct XlsxFormats {
  XlsxFormat cover_title, cover_mark, cover_label, cover_value;
  XlsxFormat title, facts, heading, text, centred, link, label;
};

/// A workbook being made by libxlsxwriter, in a temporary file. Remembers the first error, so that
/// callers need not look at each cell.
class XlsxWriter {
 public:
  XlsxWriter();
  ~XlsxWriter();
  XlsxWriter(const XlsxWriter&) = delete;
  XlsxWriter& operator=(const XlsxWriter&) = delete;

  bool opened() const { return book_ != nullptr; }
  lxw_workbook* book() const { return book_; }
  const XlsxFormats& formats() const { return formats_; }

  XlsxSheet add_sheet(const std::string& name);
  /// Writes a text, never a formula, number or link, whatever it begins with.
  void text(XlsxSheet sheet, uint32_t row, uint32_t column, const std::string& text,
            XlsxFormat format);
  void number(XlsxSheet sheet, uint32_t row, uint32_t column, double value, XlsxFormat format);
  /// A text that leads to a URL; a plain text where Excel takes no URL of that length.
  void link(XlsxSheet sheet, uint32_t row, uint32_t column, const std::string& url,
            const std::string& text, XlsxFormat format);
  /// Merges a range and writes its text; a range of one cell is just written.
  void merged(XlsxSheet sheet, uint32_t row, uint32_t column, uint32_t last_row,
              uint32_t last_column, const std::string& text, XlsxFormat format);
  /// Remembers an error of the library.
  void check(int error);

  /// Closes the workbook and gives its bytes.
  std::expected<std::string, IoError> finish();

 private:
  void make_formats();
  XlsxFormat make_format(const char* font, double size, bool bold);
  IoError error_of(int code, int system_error) const;

  std::string path_;
  int system_error_ = 0;
  int error_ = 0;
  lxw_workbook* book_ = nullptr;
  XlsxFormats formats_{};
};

}  // namespace catalog
