#pragma once

#include <cstdint>
#include <expected>
#include <string>
#include <string_view>
#include <vector>

#include "publish/table.h"
#include "source/file_system.h"

namespace catalog {

/// One workbook: a cover, 编制说明, contents where there are several tables, and a sheet a table.
/// Its texts are publishable.
struct Book {
  std::string title;
  std::string compiler;  ///< 编制单位, for the document's properties; may be empty
  std::string note;      ///< the workspace's note; may be empty
  std::vector<Fact> facts;
  std::string_view draft{};  ///< the word that marks a draft, or empty
  int64_t created = 0;  ///< seconds since 1970, UTC; fixed, so that equal content is equal bytes
  std::vector<const Table*> tables;
};

/// What of a workbook Excel can't hold: more than 32,767 UTF-16 units in a cell, sheet names of
/// more than 31, more than 65,530 links, 1,048,576 rows or 16,384 columns a sheet ("Excel
/// specifications and limits"). Every one stops a build of xlsx; nothing is cut. More than 253 line
/// breaks in a cell are a warning, as Excel shows them nevertheless.
std::vector<Finding> check_xlsx(const Book& book);

/// The bytes of the workbook; for one that check_xlsx() found no error in. An error is of the
/// folder for temporary files, which the library that makes the file needs.
std::expected<std::string, IoError> write_xlsx(const Book& book);

/// Names of the tables' sheets: the domain's, with the unit before it for a list; characters that
/// Excel forbids become their full-width forms; equal names get （2）, （3）.
std::vector<std::string> sheet_names(const std::vector<const Table*>& tables);

}  // namespace catalog
