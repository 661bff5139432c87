#pragma once

#include <string>
#include <string_view>

namespace catalog {

/// A text from a user's file made fit for one line of a terminal or log: line breaks and tabs
/// become blanks; control characters their pictures (␛); C1 controls, which some terminals obey,
/// signs that turn the direction of writing (U+202A…, U+2066…) and bytes that are not UTF-8 become
/// U+FFFD.
std::string one_line(std::string_view text);

/// What one code point becomes there (a tab too: a blank).
char32_t shown_code_point(char32_t code_point);

/// A text in a colour of the terminal (an escape sequence), if there are colours.
std::string painted(std::string_view color, std::string_view text, bool on);

}  // namespace catalog
