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

// Whether there may be something to find, in texts that were read: quick, and never false where a
// finder finds something.

/// In any line of the text.
bool may_slip_in_lines(std::string_view text);
/// Whether a `#` anywhere in the text may have cut off a value.
bool may_cut_off(std::string_view text);
/// In an unquoted entry of a list in brackets.
bool may_slip_in_list(std::string_view entry);
/// In an unquoted pair of a mapping in brackets.
bool may_slip_in_mapping(std::string_view pair);
/// In an unquoted text as a whole.
bool may_slip_as_value(std::string_view value);

bool is_known(const std::function<bool(std::string_view)>& predicate, std::string_view word);
/// Text without blanks, full-width ones included, at both ends.
std::string_view trim_wide(std::string_view text);
/// Bytes of the full-width or no-break space that begins at `at`, or 0.
uint32_t wide_space_bytes(std::string_view text, uint32_t at);

}  // namespace catalog::yaml
