#pragma once

#include <vector>

#include "yaml/slip_surface.h"
#include "yaml/slips.h"

namespace catalog::yaml {

// The parts of find_slips(); each adds what it finds.

/// Beginnings of lines: indentation, dashes, comment signs, colons behind keys.
void find_line_slips(const Surface& surface, const KnownWords& known, std::vector<Slip>& slips);
/// Lists and mappings in brackets.
void find_bracket_slips(const Surface& surface, const KnownWords& known, std::vector<Slip>& slips);
/// Whole values: curly quotes, full-width brackets, texts cut off by `#`.
void find_value_slips(const Surface& surface, const KnownWords& known, std::vector<Slip>& slips);

bool is_known(const std::function<bool(std::string_view)>& predicate, std::string_view word);
/// Text without blanks, full-width ones included, at both ends.
std::string_view trim_wide(std::string_view text);
/// Bytes of the full-width or no-break space that begins at `at`, or 0.
uint32_t wide_space_bytes(std::string_view text, uint32_t at);

}  // namespace catalog::yaml
