#pragma once

#include <string>

#include "publish/table.h"

namespace catalog {

/// A table as CSV (RFC 4180, CRLF, UTF-8 with a byte order mark, so that Excel reads it): one row
/// of headings (上级表头/表头) and a row an item, nothing merged. A field that a spreadsheet would
/// take for a formula begins with an apostrophe. A draft has a column that says so. The memory of
/// `room` is used for the result.
std::string write_csv(const Table& table, std::string room = {});

/// Whether a spreadsheet may take the text for a formula: it begins with = + - @, their full-width
/// forms, or a tab or line break.
bool looks_like_formula(std::string_view text);

}  // namespace catalog
