#pragma once

#include <string>
#include <vector>

#include "model/documents.h"
#include "text/bilingual.h"
#include "yaml/emit.h"

namespace catalog {

/// A document as YAML values by the field table, in the table's order; absent fields are left out.
/// Fixed words and kinds are written in the language of the keys, vocabulary words and texts as
/// they are.
yaml::Value to_value(const WorkspaceFile& document, Lang keys);
yaml::Value to_value(const List& document, Lang keys);
yaml::Value to_value(const Standard& document, Lang keys);
yaml::Value to_value(const Adoption& document, Lang keys);
yaml::Value to_value(const Guideline& document, Lang keys);
yaml::Value to_value(const BaselineFile& document, Lang keys);
yaml::Value to_value(const Item& item, Lang keys);
yaml::Value to_value(const StandardItem& item, Lang keys);

/// One item, and one of its fields by its place in the field table (empty where it is absent).
yaml::Value to_value(const Item& item, Lang keys);
yaml::Value field_value(const Item& item, size_t field, Lang keys);

/// A list with lines of comment above each of its items.
yaml::Value to_value_with_remarks(const List& document, Lang keys,
                                  const std::vector<std::vector<std::string>>& remarks);

/// The first line of files that the tool writes, for editors: # yaml-language-server: $schema=…
std::string schema_comment(std::string_view schema_path);

}  // namespace catalog
