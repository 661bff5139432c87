#pragma once

#include <string>
#include <string_view>

namespace catalog {

/// A text in a workflow command of GitHub: escapes of data, and of properties, where `:` and `,`
/// are marks too.
std::string github_escaped(std::string_view text, bool property);

}  // namespace catalog
