#pragma once

#include "model/fields_files.h"

namespace catalog {

namespace detail {

/// Visits the texts of one value of a record, whatever its shape.
template <class F>
struct TextVisitor {
  F& f;

  void visit(const Text& text) { f(text); }
  void visit(const NamedText& pair) {
    f(pair.key);
    f(pair.value);
  }
  template <class Value>
  void visit(const Leveled<Value>& part) {
    f(part.level);
    visit(part.value);
  }
  template <class Record>
  void visit(const Rare<Record>& record) {
    if (record.present()) visit(record.get());
  }
  template <class Value>
  void visit(const std::vector<Value>& values) {
    for (const Value& value : values) visit(value);
  }
  template <class Record>
  requires requires { Fields<Record>::table(); }
  void visit(const Record& record) {
    for_each_field<Record>([&]<class Field>(const Field&) { visit(Field::get(record)); });
  }
};

}  // namespace detail

/// Calls f(text) for every text of a value of a record, and of the records in it, by the field
/// table.
template <class Value, class F>
void each_text(const Value& value, F&& f) {
  detail::TextVisitor<F>{f}.visit(value);
}

}  // namespace catalog
