#pragma once

#include <string>
#include <string_view>

namespace catalog {

/// Folds full-width ASCII (（），；： and letters, digits, the ideographic space) to half-width;
/// nothing else changes.
std::string fold_width(std::string_view text);

/// The form in which two texts are "the same"; for comparing and looking up, never for showing.
/// - Full-width, small, vertical and compatibility forms （ ﹝ ⽤ become ordinary ones, letters
///   small, letters with combining marks composed (NFC).
/// - Signs that stand for one another become one: quotation marks “”「」『』‘’' → ", brackets
///   〔〕[]【】（） → (), dashes — – － − → -, ～ 〜 → ~, dots • ・ → ·, full stops 。． → .,
///   colons ∶ ： → :, ideographic zeros ○ 〇 → 〇; a run of dashes or of … counts as one.
/// - White space and invisible signs go; one space stays between two words of letters or digits
///   (`A 1`, not `10 个`).
/// - 《》〈〉、 and list marks (■ ● 1. ①) are kept, and bytes that are not UTF-8 left alone.
/// Applying it twice changes nothing more.
std::string comparison_form(std::string_view text);

/// Trims ASCII white space, full-width (U+3000) and no-break spaces at both ends.
std::string_view trim(std::string_view text);

/// Unicode NFC; the text itself when it already is, or when it is not UTF-8.
std::string nfc(std::string_view text);

}  // namespace catalog
