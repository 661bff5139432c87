#pragma once

#include <string>

#include "model/value.h"

namespace catalog {

/// The symbols of a value's texts: values of one field with the same key are written alike. Lists
/// and parts by level have their ends in it, so that no two shapes have one key.
using TextKey = std::u32string;

namespace detail {

// No symbol has these numbers.
inline constexpr char32_t kEndOfList = 0xFFFFFFFE;
inline constexpr char32_t kEndOfPart = 0xFFFFFFFF;

}  // namespace detail

inline void add_to(TextKey& key, const Text& text) {
  key += static_cast<char32_t>(text.value.number());
}

inline void add_to(TextKey& key, const Texts& all) {
  for (const Text& text : all) add_to(key, text);
  key += detail::kEndOfList;
}

template <class Value>
void add_to(TextKey& key, const std::vector<Leveled<Value>>& parts) {
  for (const Leveled<Value>& part : parts) {
    add_to(key, part.level);
    add_to(key, part.value);
    key += detail::kEndOfPart;
  }
}

}  // namespace catalog
