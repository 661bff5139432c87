#pragma once

#include <memory>
#include <string>

#include "publish/edition.h"

namespace catalog {

/// The namespace of published XML; schemas/catalogue.xsd describes it.
inline constexpr std::string_view kXmlNamespace = "urn:catalog:disclosure:1";

/// The element of an item that says what 条例第十二条 asks of a directory; it follows from the
/// rest.
inline constexpr std::string_view kXmlDirectory = "directory";

/// Writes editions as XML with every field of their files: elements are named as the English keys,
/// in the order of the field table; values by level carry `level`, each item its address.
/// Characters that XML 1.0 forbids are U+FFFD (check_texts() reports them). A writer keeps its tags
/// from one edition to the next; it serves one thread.
class XmlWriter {
 public:
  XmlWriter();
  XmlWriter(XmlWriter&&) noexcept;
  ~XmlWriter();

  /// The memory of `room` is used for the result.
  std::string write(const Edition& edition, std::string room = {});

 private:
  class Body;
  std::unique_ptr<Body> body_;  ///< made when the first edition is written
};

}  // namespace catalog
