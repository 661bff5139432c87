#pragma once

#include <string>
#include <string_view>

namespace catalog {

/// The difference of two texts as `diff -u` writes it, with three lines around each change; empty
/// where they are the same. `patch -p0` accepts it.
std::string unified_diff(std::string_view path, std::string_view before, std::string_view after);

}  // namespace catalog
