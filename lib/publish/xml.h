#pragma once

#include <string>

#include "publish/edition.h"

namespace catalog {

/// The namespace of published XML; schemas/catalogue.xsd describes it.
inline constexpr std::string_view kXmlNamespace = "urn:catalog:disclosure:1";

/// An edition as XML with every field of its file: elements are named as the English keys, in the
/// order of the field table; values by level carry `level`, each item its address. Characters that
/// XML 1.0 forbids are U+FFFD (check_texts() reports them).
std::string write_xml(const Edition& edition);

}  // namespace catalog
