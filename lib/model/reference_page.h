#pragma once

#include <string>

#include "text/bilingual.h"

namespace catalog {

/// The reference page of the file formats in Markdown, generated from the field table: every kind
/// of file, every key in both languages.
std::string file_format_page(Lang lang);

}  // namespace catalog
