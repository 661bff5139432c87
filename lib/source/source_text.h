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

/// The bytes of one file by lines, which are counted a kilobyte at a time. Lines end at LF, CRLF or
/// CR, as editors count (libyaml also breaks at U+0085, U+2028 and U+2029; those are form
/// findings). A byte order mark belongs to no line: column 1 is behind it. A text that ends in a
/// line break has an empty last line.
class SourceText {
 public:
  SourceText() = default;
  SourceText(std::string path, std::string text);

  const std::string& path() const { return path_; }
  std::string_view text() const { return text_; }
  uint32_t line_count() const { return breaks_before_.back() + 1; }
  /// Line number `number` (from 1) without its line break; empty where there is no such line.
  std::string_view line(uint32_t number) const;
  /// The number of the line that holds byte `at` (clamped to the text).
  uint32_t line_of(ByteOffset at) const;
  /// Line and columns of byte `at`; within a line break, the column behind the line's last
  /// character.
  Position position(ByteOffset at) const;

 private:
  /// How many line breaks end within these bytes.
  uint32_t breaks_in(size_t begin, size_t end) const;
  /// The first byte of a line that there is.
  uint32_t begin_of(uint32_t number) const;

  std::string path_;
  std::string text_;
  bool has_cr_ = false;
  std::vector<uint32_t> breaks_before_{0};  ///< each kilobyte; the last one: in the whole text
};

/// The text with the edits applied, in any order; of two that overlap the later in the list is
/// dropped, and so is one that reaches beyond the text. Texts inserted at one place follow each
/// other as in the list.
std::string apply_edits(std::string_view text, std::vector<Edit> edits);

}  // namespace catalog
