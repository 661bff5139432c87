#pragma once

#include <string_view>

#include "model/fields_files.h"

namespace catalog {

/// Where the value of an item's field is written, from its first byte to its last; empty where it
/// is absent. `field` is its place in the field table.
Span field_span(const Item& item, size_t field);

/// The same by its English key; of a key of an element, elements.mode, the elements.
Span field_span(const Item& item, std::string_view key);
/// Of a catalogue's head; of a key of a record, omitted.reason, the record's field.
Span field_span(const List& list, std::string_view key);
Span field_span(const Standard& standard, std::string_view key);
Span field_span(const Guideline& guideline, std::string_view key);

}  // namespace catalog
