#pragma once

#include "model/fields_item.h"

namespace catalog {

/// Calls f(Text&) for each text of a value by the field table, whatever its shape; keys of maps by
/// level and of open maps are left out.
template <class F>
void each_text(Text& value, F&& f) {
  if (!value.empty()) f(value);
}
template <class F, class Value>
void each_text(std::vector<Value>& values, F&& f);
template <class F, class Record>
void each_text(Rare<Record>& value, F&& f);

/// The same for all fields of a record.
template <class Record, class F>
void each_text_of(Record& record, F&& f) {
  for_each_field<Record>([&]<class Field>(const Field&) {
    // Fields that are seldom there are not made by looking at them.
    if constexpr (requires { Field::owner(record); }) {
      if (!Field::owner(record).present()) return;
    }
    each_text(Field::edit(record), f);
  });
}

template <class F, class Value>
void each_text(std::vector<Value>& values, F&& f) {
  for (Value& value : values) {
    if constexpr (requires { value.level; }) {
      each_text(value.value, f);
    } else if constexpr (std::is_same_v<Value, NamedText>) {
      each_text(value.value, f);
    } else if constexpr (std::is_same_v<Value, Text>) {
      each_text(value, f);
    } else {
      each_text_of(value, f);
    }
  }
}

template <class F, class Record>
void each_text(Rare<Record>& value, F&& f) {
  if (value.present()) each_text_of(value.make(), f);
}

}  // namespace catalog
