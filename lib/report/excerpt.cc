#include "report/excerpt.h"

#include <algorithm>
#include <vector>

#include "report/safe_text.h"
#include "text/utf8.h"

namespace catalog {

namespace {

/// One code point of the line as it is shown.
struct Cell {
  uint32_t byte;    ///< where it begins in the line
  uint32_t column;  ///< display column from 0
  uint32_t width;   ///< display columns
  std::string text;
};

/// What the terminal is given for a code point: blanks for a tab, else as safe_text.h says.
std::string shown(CodePoint point, uint32_t column) {
  std::string out;
  if (point.value == U'\t') return std::string(8 - column % 8, ' ');
  append_utf8(out, shown_code_point(point.value));
  return out;
}

/// The cells of the line up to column `last` only: a line of a megabyte costs no more than what is
/// shown of it.
std::vector<Cell> cells_of(std::string_view line, uint32_t from_byte, uint32_t last) {
  std::vector<Cell> cells;
  uint32_t column = 0;
  for (size_t at = from_byte; at < line.size() && column <= last;) {
    const CodePoint point = decode_utf8(line, at);
    std::string text = shown(point, column);
    const uint32_t wide = display_width(text);
    cells.push_back({static_cast<uint32_t>(at), column, wide, std::move(text)});
    column += wide;
    at += point.length;
  }
  return cells;
}

/// Goes back from `byte` by about `cells` display columns, to the beginning of a code point.
uint32_t step_back(std::string_view line, uint32_t byte, uint32_t cells) {
  uint32_t gone = 0;
  while (byte > 0 && gone < cells) {
    do byte--;
    while (byte > 0 && (static_cast<unsigned char>(line[byte]) & 0xC0) == 0x80);
    gone += std::max(1u, display_width(line.substr(byte, decode_utf8(line, byte).length)));
  }
  return byte;
}

/// A whole line without anything that is shown otherwise than it is: nearly every line.
Excerpt plain_excerpt(std::string_view line, uint32_t focus, uint32_t focus_end) {
  Excerpt out;
  out.line = line;
  out.caret_indent = display_width(line.substr(0, focus));
  out.caret_width = std::max(1u, display_width(line.substr(focus, focus_end - focus)));
  return out;
}

}  // namespace

Excerpt excerpt_of(const SourceText& text, Span span, uint32_t width) {
  const Position at = text.position({span.begin});
  const std::string_view line = text.line(at.line);
  const uint32_t line_size = static_cast<uint32_t>(line.size());
  const uint32_t focus = std::min(span.begin - at.line_begin.value, line_size);
  const uint32_t focus_end = std::clamp(span.end - at.line_begin.value, focus, line_size);

  const bool whole = line_size <= 4 * width && display_width(line) <= width;
  if (whole && one_line(line) == line) return plain_excerpt(line, focus, focus_end);
  const uint32_t from = whole ? 0 : step_back(line, focus, width / 3);
  const std::vector<Cell> cells = cells_of(line, from, whole ? 2 * width : width);

  Excerpt out;
  uint32_t lead = 0;
  if (from > 0) {
    out.line = "… ";
    lead = 2;
  }
  uint32_t end_column = 0;
  uint32_t caret_begin = 0, caret_end = 0;
  bool begun = false;
  for (const Cell& cell : cells) {
    const uint32_t after = cell.column + cell.width;
    if (!whole && after > width) {
      out.line += " …";
      break;
    }
    if (cell.byte >= focus && !begun) {
      caret_begin = cell.column;
      begun = true;
    }
    if (cell.byte < focus_end) caret_end = after;
    out.line += cell.text;
    end_column = after;
  }
  if (!begun) caret_begin = end_column;
  out.caret_indent = lead + caret_begin;
  out.caret_width = std::max(1u, caret_end > caret_begin ? caret_end - caret_begin : 1);
  return out;
}

}  // namespace catalog
