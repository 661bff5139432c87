#pragma once

#include <string>
#include <string_view>

namespace pugi {
class xml_node;
class xml_document;
}  // namespace pugi

namespace catalog {

// XML as the parts of OOXML have it. Names are compared without their prefixes, which every writer
// chooses for itself.

/// Parses a part; false where it is not well-formed. Document types and their entities are passed
/// over: nothing is expanded or opened.
bool parse(std::string bytes, pugi::xml_document& out);

bool is(pugi::xml_node node, std::string_view local_name);
/// The first child element of this name; an empty node where there is none.
pugi::xml_node child(pugi::xml_node node, std::string_view local_name);
/// The document's root element, if it has this name.
pugi::xml_node element(const pugi::xml_document& document, std::string_view local_name);
/// An attribute that has a prefix (r:id), whatever prefix it is.
std::string local_attribute(pugi::xml_node node, std::string_view local_name);

/// All text directly in an element.
std::string all_text(pugi::xml_node node);
/// The text of a string item: plain or of several runs, without phonetic guides.
std::string string_item(pugi::xml_node item);
/// A string without its _x0041_ codes (ECMA-376, part 1, 22.9.2.19), made readable().
std::string decoded(std::string_view text);
/// UTF-8 with LF line breaks; what is no text becomes U+FFFD.
std::string readable(std::string_view text);

/// The name of the part that a relation leads to, from the folder of the part that has it.
std::string part_name(std::string_view folder, std::string_view target);

}  // namespace catalog
