#pragma once

#include <expected>
#include <optional>
#include <string>
#include <string_view>

#include "model/kinds.h"
#include "model/vocabulary.h"
#include "yaml/format.h"
#include "yaml/parse.h"

namespace catalog {

/// How `fmt` writes a file beyond the layout.
struct HouseStyle {
  std::optional<Lang> keys;  ///< the language to give the keys and fixed words; none: as they are
  const Vocabulary* vocabulary = nullptr;  ///< whose words change language with the keys
};

/// Whether a text of this field is always written with quotes, as ids, dates and versions are.
bool is_always_quoted(const FieldInfo& field, std::string_view text);

/// What the field table wants of each node: the order of keys, quotes where YAML would read another
/// type, items on lines of their own with an empty line between them, and, on demand, the other
/// language. Words in another spelling than the vocabulary's own stay as they are.
yaml::Wishes house_wishes(const yaml::Tree& tree, Kind kind, const HouseStyle& style);

/// A file in the house's style. A text that is no YAML document, or of no kind that is known, is
/// not formatted.
struct HouseFormatted {
  std::string text;       ///< as it was where it must be left
  bool has_kind = false;  ///< a file of ours
};
std::expected<HouseFormatted, yaml::SyntaxProblem> format_file(std::string_view text,
                                                               const HouseStyle& style);

}  // namespace catalog
