#pragma once

#include <string>
#include <string_view>

#include "publish/html.h"

namespace catalog {

/// Where the style of embedded pages is, below the output folder.
inline constexpr std::string_view kFragmentStylePath = "assets/fragment.css";
/// How the names of embedded pages end, and of those for content systems.
inline constexpr std::string_view kFragmentEnd = ".fragment.html", kPlainTableEnd = ".cms.html";

/// The class of the element that everything embedded is in.
inline constexpr std::string_view kFragmentClass = "catalog-fragment";

/// A style sheet whose rules apply inside one class alone, so that the page around stays as it is:
/// the rules of html, body and :root become the class's own, @page is left out.
std::string scoped_style(std::string_view css, std::string_view class_name);
/// The style of embedded pages.
std::string fragment_style();

/// What a portal puts into its page: the table and its head without html, head and body; its style
/// is assets/fragment.css.
std::string write_table_fragment(const Table& table, const PageFrame& frame);

/// The same for content systems that take nothing but plain elements: a table with its style in
/// each cell, no classes, no script, readable alone.
std::string write_plain_table(const Table& table, std::string_view note);

}  // namespace catalog
