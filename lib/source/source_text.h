#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "source/span.h"
#include "text/columns.h"

namespace catalog {

/// A place in a text as people and tools count it; lines from 1.
struct Position {
  uint32_t line = 1;
  ByteOffset line_begin;
  CodePointColumn column;
  Utf16Column utf16;
  DisplayColumn display;
};

/// The bytes of one file with its line table. Lines end at LF, CRLF or CR, as editors count
/// (libyaml also breaks at U+0085, U+2028 and U+2029; those are form findings). A byte order mark
/// belongs to no line: column 1 is behind it. A text that ends in a line break has an empty last
/// line.
class SourceText {
 public:
  SourceText() = default;
  SourceText(std::string path, std::string text);

  const std::string& path() const { return path_; }
  std::string_view text() const { return text_; }
  uint32_t line_count() const { return static_cast<uint32_t>(line_begins_.size()); }
  /// Line number `number` (from 1) without its line break; empty where there is no such line.
  std::string_view line(uint32_t number) const;
  /// The number of the line that holds byte `at` (clamped to the text).
  uint32_t line_of(ByteOffset at) const;
  /// Line and columns of byte `at`; within a line break, the column behind the line's last
  /// character.
  Position position(ByteOffset at) const;

 private:
  std::string path_;
  std::string text_;
  std::vector<uint32_t> line_begins_{0};  ///< bytes; there is always a first line
};

/// The text with the edits applied, in any order; of two that overlap the later in the list is
/// dropped, and so is one that reaches beyond the text. Texts inserted at one place follow each
/// other as in the list.
std::string apply_edits(std::string_view text, std::vector<Edit> edits);

}  // namespace catalog
