#pragma once

#include <expected>
#include <string>
#include <vector>

#include "text/message.h"
#include "text/symbol.h"

namespace catalog {

/// What is changed in an adoption's file.
struct AdoptionEdits {
  struct Entry {
    Symbol domain;
    Symbol from;  ///< empty for an added one
    Symbol to;
  };
  std::vector<Entry> raised;
  std::vector<Entry> added;
};

/// The text with those versions in the place of the old ones and those standards behind the last;
/// every other byte stays as it is. A message where the text can't be edited so.
std::expected<std::string, Message> edited_adoption(const std::string& path,
                                                    const std::string& text,
                                                    const AdoptionEdits& edits);

}  // namespace catalog
