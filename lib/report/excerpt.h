#pragma once

#include <cstdint>
#include <string>

#include "source/source_text.h"

namespace catalog {

/// One source line made ready for a terminal, with the place of the carets under it (both in
/// display columns from 0).
struct Excerpt {
  std::string line;
  uint32_t caret_indent = 0;
  uint32_t caret_width = 1;
};

/// The line on which `span` begins: tabs become blanks, control characters their pictures, and of a
/// line over `width` cells only the part around the span is shown, with … where it was cut. Carets
/// end where the line ends.
Excerpt excerpt_of(const SourceText& text, Span span, uint32_t width);

}  // namespace catalog
