#pragma once

#include <tuple>
#include <type_traits>
#include <utility>

#include "model/field.h"
#include "model/item.h"
#include "model/value.h"

namespace catalog {

/// The typed side of the field table: `Fields<R>::table()` is a tuple of TypedField,
/// `record_info<R>()` its plain side.
template <class R>
struct Fields;

template <class R>
const RecordInfo* record_info();

/// A field that is a member of the record.
template <auto Member>
struct TypedField {
  FieldInfo info;
  template <class R>
  static auto& edit(R& record) {
    return record.*Member;
  }
  template <class R>
  static const auto& get(const R& record) {
    return record.*Member;
  }
};

/// A field that lives in a Rare member of the record.
template <auto Outer, auto Inner>
struct SeldomField {
  FieldInfo info;
  template <class R>
  static const auto& owner(const R& record) {
    return record.*Outer;
  }
  template <class R>
  static auto& edit(R& record) {
    return (record.*Outer).make().*Inner;
  }
  template <class R>
  static const auto& get(const R& record) {
    return (record.*Outer).get().*Inner;
  }
};

namespace detail {

template <class T>
struct ShapeOf;
template <>
struct ShapeOf<Text> {
  static constexpr Shape value = Shape::Text;
  static const RecordInfo* record() { return nullptr; }
};
template <>
struct ShapeOf<Texts> {
  static constexpr Shape value = Shape::TextList;
  static const RecordInfo* record() { return nullptr; }
};
template <>
struct ShapeOf<LevelText> {
  static constexpr Shape value = Shape::LevelText;
  static const RecordInfo* record() { return nullptr; }
};
template <>
struct ShapeOf<LevelTexts> {
  static constexpr Shape value = Shape::LevelTextList;
  static const RecordInfo* record() { return nullptr; }
};
template <>
struct ShapeOf<TextMap> {
  static constexpr Shape value = Shape::TextMap;
  static const RecordInfo* record() { return nullptr; }
};
template <>
struct ShapeOf<std::vector<Element>> {
  static constexpr Shape value = Shape::Elements;
  static const RecordInfo* record() { return record_info<Element>(); }
};
template <class R>
struct ShapeOf<std::vector<R>> {
  static constexpr Shape value = Shape::RecordList;
  static const RecordInfo* record() { return record_info<R>(); }
};
template <class R>
struct ShapeOf<Rare<R>> {
  static constexpr Shape value = Shape::Record;
  static const RecordInfo* record() { return record_info<R>(); }
};

template <class R, class Field>
using ValueOf = std::remove_cvref_t<decltype(Field::get(std::declval<const R&>()))>;

}  // namespace detail

/// Calls f(field) for each TypedField of the record's table, in order.
template <class R, class F>
void for_each_field(F&& f) {
  static constexpr auto table = Fields<R>::table();  // made once, not with each record
  std::apply([&](const auto&... field) { (f(field), ...); }, table);
}

template <class R>
const RecordInfo* record_info() {
  static const RecordInfo info = [] {
    RecordInfo made{Fields<R>::name, Fields<R>::meaning, {}};
    for_each_field<R>([&]<class Field>(const Field& field) {
      using Value = detail::ValueOf<R, Field>;
      FieldInfo plain = field.info;
      plain.shape = detail::ShapeOf<Value>::value;
      plain.record = [] { return detail::ShapeOf<Value>::record(); };
      made.fields.push_back(plain);
    });
    return made;
  }();
  return &info;
}

}  // namespace catalog
