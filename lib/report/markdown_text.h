#pragma once

#include <string>
#include <string_view>

namespace catalog {

/// A text as Markdown that shows just these characters, in a table's cell or a line: marks of
/// Markdown and HTML are escaped, and mentions and references (@name, #12, !3) that GitHub and
/// GitLab would follow are broken by an invisible character.
std::string markdown_text(std::string_view words);
/// The same within an HTML element (<summary>), where Markdown's escapes would show.
std::string markdown_html(std::string_view words);
/// A code span of the text, which may hold backticks.
std::string markdown_code(std::string_view words);

}  // namespace catalog
