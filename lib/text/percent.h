#pragma once

#include <string>
#include <string_view>

namespace catalog {

/// A text as part of a web address (RFC 3986): letters, digits, `-._~` and the signs of `kept` as
/// they are, every other byte as %XX.
std::string percent_encoded(std::string_view text, std::string_view kept);

}  // namespace catalog
