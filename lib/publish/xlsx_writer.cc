#include "publish/xlsx_writer.h"

#include <unistd.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <ctime>
#include <filesystem>
#include <utility>

/// libxlsxwriter dates workbooks with gmtime(), whose one result belongs to all threads: workbooks
/// written at the same time could bear each other's dates. Here every thread has its own.
extern "C" std::tm* gmtime(const std::time_t* seconds) noexcept {
  thread_local std::tm result;
  return ::gmtime_r(seconds, &result);
}

namespace catalog {

namespace {

constexpr const char* kSong = "宋体";
constexpr const char* kHei = "黑体";
constexpr double kBodySize = 10;  // points
constexpr lxw_color_t kBorder = 0x7F7F7F;
constexpr lxw_color_t kHeadingFill = 0xE4ECF2;
constexpr lxw_color_t kLinkBlue = 0x0B4F8A;
constexpr lxw_color_t kDraftRed = 0xA61B1B;
constexpr size_t kLongestUrl = 2079;  // characters

bool is_hex(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F') || (c >= 'a' && c <= 'f');
}

/// Whether Excel would read a character code at `at`: _x0041_ (ECMA-376, part 1, 22.4.2.4).
bool is_coded_character(std::string_view text, size_t at) {
  return text.size() - at >= 7 && text[at] == '_' && text[at + 1] == 'x' && text[at + 6] == '_' &&
         std::ranges::all_of(text.substr(at + 2, 4), is_hex);
}

/// The text as a shared string that Excel reads back unchanged; the library leaves such codes be.
/// `room` holds it where it is another than the text.
const std::string& shared_string(const std::string& text, std::string& room) {
  std::string out;
  size_t from = 0;
  for (size_t at = text.find("_x"); at != text.npos; at = text.find("_x", at + 1)) {
    if (!is_coded_character(text, at)) continue;
    out.append(text, from, at - from).append("_x005F");
    from = at;
  }
  if (from == 0 && out.empty()) return text;
  return room = out.append(text, from);
}

/// A new file of its own in the system's folder for temporary files; empty where it can't be made.
std::string temporary_path() {
  std::error_code error;
  const auto folder = std::filesystem::temp_directory_path(error);
  std::string path = ((error ? "." : folder) / "catalog-XXXXXX.xlsx").string();
  const int file = ::mkstemps(path.data(), 5);
  if (file < 0) return {};
  ::close(file);
  return path;
}

}  // namespace

XlsxWriter::XlsxWriter() : path_(temporary_path()) {
  if (path_.empty()) {
    system_error_ = errno;
    return;
  }
  std::string folder = std::filesystem::path(path_).parent_path().string();
  lxw_workbook_options options{};
  options.tmpdir = folder.data();
  options.use_zip64 = LXW_FALSE;
  book_ = workbook_new_opt(path_.c_str(), &options);
  if (book_) make_formats();
}

XlsxWriter::~XlsxWriter() {
  if (book_) workbook_close(book_);
  if (!path_.empty()) ::unlink(path_.c_str());
}

XlsxFormat XlsxWriter::make_format(const char* font, double size, bool bold) {
  lxw_format* format = workbook_add_format(book_);
  format_set_font_name(format, font);
  format_set_font_size(format, size);
  if (bold) format_set_bold(format);
  format_set_text_wrap(format);
  format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
  return format;
}

void XlsxWriter::make_formats() {
  const auto centred = [](lxw_format* format) { format_set_align(format, LXW_ALIGN_CENTER); };
  const auto bordered = [](lxw_format* format) {
    format_set_border(format, LXW_BORDER_THIN);
    format_set_border_color(format, kBorder);
  };
  XlsxFormats& f = formats_;
  centred(f.cover_title = make_format(kHei, 30, false));
  centred(f.cover_mark = make_format(kHei, 22, false));
  format_set_font_color(f.cover_mark, kDraftRed);
  format_set_align(f.cover_label = make_format(kHei, 14, false), LXW_ALIGN_RIGHT);
  format_set_indent(f.cover_label, 1);
  f.cover_value = make_format(kSong, 14, false);
  centred(f.title = make_format(kHei, 18, false));
  f.facts = make_format(kSong, kBodySize, false);
  centred(f.heading = make_format(kHei, kBodySize, false));
  bordered(f.heading);
  format_set_pattern(f.heading, LXW_PATTERN_SOLID);
  format_set_bg_color(f.heading, kHeadingFill);
  bordered(f.text = make_format(kSong, kBodySize, false));
  bordered(f.centred = make_format(kSong, kBodySize, false));
  centred(f.centred);
  bordered(f.link = make_format(kSong, kBodySize, false));
  format_set_font_color(f.link, kLinkBlue);
  format_set_underline(f.link, LXW_UNDERLINE_SINGLE);
  bordered(f.label = make_format(kHei, kBodySize, false));
}

XlsxSheet XlsxWriter::add_sheet(const std::string& name) {
  lxw_worksheet* sheet = workbook_add_worksheet(book_, name.c_str());
  if (!sheet) check(LXW_ERROR_SHEETNAME_LENGTH_EXCEEDED);
  return sheet;
}

void XlsxWriter::text(XlsxSheet sheet, uint32_t row, uint32_t column, const std::string& text,
                      XlsxFormat format) {
  const auto at = static_cast<lxw_col_t>(column);
  std::string room;
  check(text.empty()
            ? worksheet_write_blank(sheet, row, at, format)
            : worksheet_write_string(sheet, row, at, shared_string(text, room).c_str(), format));
}

void XlsxWriter::number(XlsxSheet sheet, uint32_t row, uint32_t column, double value,
                        XlsxFormat format) {
  check(worksheet_write_number(sheet, row, static_cast<lxw_col_t>(column), value, format));
}

void XlsxWriter::link(XlsxSheet sheet, uint32_t row, uint32_t column, const std::string& url,
                      const std::string& shown, XlsxFormat format) {
  if (url.size() > kLongestUrl) return text(sheet, row, column, shown, format);
  std::string room;
  check(worksheet_write_url_opt(sheet, row, static_cast<lxw_col_t>(column), url.c_str(), format,
                                shared_string(shown, room).c_str(), nullptr));
}

void XlsxWriter::merged(XlsxSheet sheet, uint32_t row, uint32_t column, uint32_t last_row,
                        uint32_t last_column, const std::string& shown, XlsxFormat format) {
  if (row != last_row || column != last_column) {
    check(worksheet_merge_range(sheet, row, static_cast<lxw_col_t>(column), last_row,
                                static_cast<lxw_col_t>(last_column), nullptr, format));
  }
  text(sheet, row, column, shown, format);
}

void XlsxWriter::check(int error) {
  if (error != LXW_NO_ERROR && error_ == LXW_NO_ERROR) error_ = error;
}

IoError XlsxWriter::error_of(int code, int system_error) const {
  const char* reason =
      system_error ? std::strerror(system_error) : lxw_strerror(static_cast<lxw_error>(code));
  return {path_, system_error,
          say({"无法生成Excel文件（临时文件{}）：{}",
               "The Excel file can't be made (temporary file {}): {}"},
              path_, reason)};
}

std::expected<std::string, IoError> XlsxWriter::finish() {
  if (!book_) return std::unexpected(error_of(LXW_ERROR_CREATING_XLSX_FILE, system_error_));
  errno = 0;
  const lxw_error closed = workbook_close(std::exchange(book_, nullptr));
  if (closed != LXW_NO_ERROR) return std::unexpected(error_of(closed, errno));
  if (error_ != LXW_NO_ERROR) return std::unexpected(error_of(error_, 0));
  auto bytes = disk().read(path_);
  if (!bytes || bytes->empty())
    return std::unexpected(error_of(0, !bytes && bytes.error().code ? bytes.error().code : EIO));
  return bytes;
}

}  // namespace catalog
