#pragma once

#include <string>

namespace catalog {

/// The usual reading of a Chinese character, in small letters without tone (ü as v): 长 is chang
/// whatever stands beside it. Empty for every other character. From ICU's table Han-Latin.
std::string pinyin_of(char32_t character);

}  // namespace catalog
