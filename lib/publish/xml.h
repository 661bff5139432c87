#pragma once

#include <string>

#include "publish/edition.h"

namespace catalog {

/// The namespace of published XML; schemas/catalogue.xsd describes it.
inline constexpr std::string_view kXmlNamespace = "urn:catalog:disclosure:1";

/// The element of an item that says what 条例第十二条 asks of a directory; it follows from the
/// rest.
inline constexpr std::string_view kXmlDirectory = "directory";

/// An edition as XML with every field of its file: elements are named as the English keys, in the
/// order of the field table; values by level carry `level`, each item its address. Characters that
/// XML 1.0 forbids are U+FFFD (check_texts() reports them).
std::string write_xml(const Edition& edition);

}  // namespace catalog
