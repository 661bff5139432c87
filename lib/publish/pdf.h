#pragma once

#include <expected>
#include <string>
#include <string_view>

#include "text/message.h"

namespace catalog {

/// Makes a printed PDF depend on nothing but its workbook: the time of printing becomes that of the
/// workbook, and its two ids become the digest of the workbook and that of the PDF itself. Places
/// that are not found are left as they are.
void stamp_pdf(std::string& pdf, std::string_view workbook);

/// Whether these are the bytes of a PDF that was stamped with this workbook, unharmed.
bool is_pdf_of(const std::string& pdf, std::string_view workbook);

}  // namespace catalog
