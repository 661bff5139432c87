#pragma once

#include <string>
#include <string_view>

#include "model/field.h"
#include "text/message.h"

namespace catalog {

/// Whether a text has the form that the field demands (vocabularies are checked later, when they
/// are loaded).
bool content_fits(const FieldInfo& field, std::string_view text);
/// What the field demands, in words: “日期（如 2020-06-30）”.
Message content_demand(const FieldInfo& field);
/// The regular expression of the schema for this content; empty where any text will do.
std::string_view content_pattern(Content content);

/// Ids: lower-case letters, digits and hyphens, not beginning with a hyphen.
bool is_id(std::string_view text);

}  // namespace catalog
