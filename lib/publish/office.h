#pragma once

#include <expected>
#include <span>
#include <string>

#include "publish/progress.h"
#include "text/message.h"

namespace catalog {

/// LibreOffice, as it is installed.
struct Office {
  std::string program;
  unsigned patience_seconds = 0;  ///< how long it may go on without finishing a file
  Progress progress{};
};

/// How long a workbook may take unless the user says otherwise: LibreOffice prints some thousand
/// rows a minute.
inline constexpr unsigned kOfficePatience = 300;

/// LibreOffice of PATH; a message that says how to get it where there is none.
std::expected<Office, Message> find_office(unsigned patience_seconds);

/// A workbook to print.
struct PrintJob {
  std::string workbook;  ///< the file on the disk
  std::string name;      ///< what messages call it
  std::string pdf{};     ///< filled: the PDF's bytes, as LibreOffice made them
};

/// Prints workbooks to PDF, many with one process and on up to `threads` processors. All that
/// LibreOffice writes, its own profile too, stays below `folder`, which is gone afterwards. A
/// message, with what LibreOffice said, where any of them fails.
std::expected<void, Message> print_workbooks(const Office& office, std::span<PrintJob> jobs,
                                             const std::string& folder, unsigned threads);

}  // namespace catalog
