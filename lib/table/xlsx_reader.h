#pragma once

#include <cstddef>
#include <expected>
#include <string>
#include <vector>

#include "table/sheet.h"
#include "text/message.h"

namespace catalog {

/// What is refused before it can fill the memory: workbooks come by e-mail.
struct XlsxLimits {
  size_t parts = 20'000;            ///< of the package
  size_t part_bytes = 256u << 20;   ///< of one part, unpacked
  size_t total_bytes = 512u << 20;  ///< of all parts that are read, unpacked
  size_t ratio = 300;               ///< unpacked to packed, of parts of 16 MB and more
  size_t cells = 8'000'000;         ///< of all sheets, empty ones before others included
  size_t text_bytes = 256u << 20;   ///< of all cells; many may share one string
};

/// The sheets of an Excel workbook (.xlsx, ECMA-376 and ISO/IEC 29500, transitional and strict) in
/// the workbook's order: shared, inline and rich strings, numbers as people write them, dates as
/// 2020-12-31. Nothing outside the file is ever opened. The error says in a clerk's words why it
/// can't be read.
std::expected<std::vector<Sheet>, Message> read_xlsx(const std::string& bytes,
                                                     const XlsxLimits& limits = {});

}  // namespace catalog
