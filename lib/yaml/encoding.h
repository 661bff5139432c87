#pragma once

#include <optional>
#include <string_view>

#include "yaml/parse.h"

namespace catalog::yaml {

/// Finds the first byte that no YAML file may hold: not UTF-8, a NUL or another control character,
/// a BOM inside the text, or one of the line breaks that editors don't count (U+0085, U+2028,
/// U+2029). libyaml reports these at 0:0.
std::optional<SyntaxProblem> check_encoding(std::string_view text);

/// Bytes of the UTF-8 BOM at the beginning of the text: 3 or 0.
uint32_t bom_bytes(std::string_view text);

}  // namespace catalog::yaml
