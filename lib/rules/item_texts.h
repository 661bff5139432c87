#pragma once

#include <string_view>

#include "model/documents.h"

namespace catalog {

/// Calls f(field, Text) for each text of an item that the public reads, in the order of the field
/// table.
template <class F>
void each_item_text(const Item& item, F&& f) {
  f("topic", item.topic);
  f("subtopic", item.subtopic);
  f("detail", item.detail);
  for (const Element& element : item.elements) f("elements", element.name);
  for (const Text& entry : item.basis) f("basis", entry);
  for (const auto& entry : item.deadline) f("deadline", entry.value);
  for (const auto& entry : item.publisher) f("publisher", entry.value);
  f("audience", item.audience);
}

}  // namespace catalog
