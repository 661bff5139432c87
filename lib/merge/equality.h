#pragma once

#include <algorithm>
#include <vector>

#include "merge/meaning.h"
#include "model/fields_reference.h"

namespace catalog {

// Whether values of the model are the same letter for letter, or say the same.

template <class R>
bool exactly(const R& a, const R& b);
template <class R>
bool exactly(const Rare<R>& a, const Rare<R>& b);

/// Whether two values are written alike; spans don't count.
inline bool exactly(const Text& a, const Text& b) { return a.value == b.value; }
template <class T>
bool exactly(const std::vector<T>& a, const std::vector<T>& b) {
  return std::ranges::equal(a, b, [](const T& x, const T& y) { return exactly(x, y); });
}
template <class T>
bool exactly(const Leveled<T>& a, const Leveled<T>& b) {
  return exactly(a.level, b.level) && exactly(a.value, b.value);
}
inline bool exactly(const NamedText& a, const NamedText& b) {
  return exactly(a.key, b.key) && exactly(a.value, b.value);
}
template <class R>
bool exactly(const Rare<R>& a, const Rare<R>& b) {
  return a.present() == b.present() && (!a.present() || exactly(a.get(), b.get()));
}
template <class R>
bool exactly(const R& a, const R& b) {
  bool equal = true;
  for_each_field<R>(
      [&]<class Field>(const Field&) { equal = equal && exactly(Field::get(a), Field::get(b)); });
  return equal;
}

template <class R>
bool alike(const MergeMeanings& meanings, const FieldInfo&, const R& a, const R& b);

/// Whether two values say the same: texts by meaning, lists as sets.
inline bool alike(const MergeMeanings& meanings, const FieldInfo& field, const Text& a,
                  const Text& b) {
  return meanings.same(field, a.value, b.value);
}
template <class R>
bool alike(const MergeMeanings& meanings, const FieldInfo& field, const Rare<R>& a,
           const Rare<R>& b) {
  return a.present() == b.present() && (!a.present() || alike(meanings, field, a.get(), b.get()));
}
template <class T>
bool alike(const MergeMeanings& meanings, const FieldInfo& field, const Leveled<T>& a,
           const Leveled<T>& b) {
  return meanings.level_key(a.level.value) == meanings.level_key(b.level.value) &&
         alike(meanings, field, a.value, b.value);
}
inline bool alike(const MergeMeanings& meanings, const FieldInfo& field, const NamedText& a,
                  const NamedText& b) {
  return exactly(a.key, b.key) && alike(meanings, field, a.value, b.value);
}
template <class T>
bool alike(const MergeMeanings& meanings, const FieldInfo& field, const std::vector<T>& a,
           const std::vector<T>& b) {
  const auto within = [&](const std::vector<T>& some, const std::vector<T>& all) {
    return std::ranges::all_of(some, [&](const T& x) {
      return std::ranges::any_of(all, [&](const T& y) { return alike(meanings, field, x, y); });
    });
  };
  return exactly(a, b) || (within(a, b) && within(b, a));
}
template <class R>
bool alike(const MergeMeanings& meanings, const FieldInfo&, const R& a, const R& b) {
  const RecordInfo& info = *record_info<R>();
  bool same = true;
  size_t index = 0;
  for_each_field<R>([&]<class Field>(const Field&) {
    const FieldInfo& field = info.fields[index++];
    same = same && alike(meanings, field, Field::get(a), Field::get(b));
  });
  return same;
}

/// What stands for a value where it is named: the text itself, an element's name, a record's first
/// identity field.
inline Symbol shown(const Text& value) { return value.value; }
inline Symbol shown(const NamedText& value) { return value.key.value; }
template <class R>
Symbol shown(const R& record) {
  const RecordInfo& info = *record_info<R>();
  Symbol out;
  size_t index = 0;
  for_each_field<R>([&]<class Field>(const Field&) {
    const FieldInfo& field = info.fields[index++];
    if constexpr (std::is_same_v<detail::ValueOf<R, Field>, Text>) {
      const Text& text = Field::get(record);
      if (!text.empty() && (out.empty() || field.identity)) out = text.value;
    }
  });
  return out;
}

}  // namespace catalog
