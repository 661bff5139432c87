#pragma once

namespace catalog {

/// The simplified form of a character that is only traditional; 0 for every other character.
/// Characters of GB 2312, which has simplified ones alone, and characters without another
/// simplified form (镕, 堃 in names) are none. From ICU's table Traditional-Simplified.
char32_t simplified_form(char32_t character);

}  // namespace catalog
