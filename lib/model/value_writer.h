#pragma once

#include <string>

#include "model/fields_reference.h"
#include "model/house_style.h"
#include "model/kinds.h"
#include "yaml/emit.h"

namespace catalog {

/// Writes records and single values as the field table says, with keys of one language.
class ValueWriter {
 public:
  using Value = yaml::Value;

  explicit ValueWriter(Lang keys) : keys_(keys) {}

  template <class R>
  Value record(const R& in) const {
    const RecordInfo& info = *record_info<R>();
    Value out = Value::mapping(info.fields.size());
    size_t index = 0;
    for_each_field<R>([&]<class Field>(const Field&) {
      const FieldInfo& field = info.fields[index++];
      if (is_absent(Field::get(in))) return;
      Value made = value(field, Field::get(in));
      if (!made.empty()) out.add(yaml::Wording::lasting(field.key.in(keys_)), std::move(made));
    });
    return out;
  }

  Value value(const FieldInfo& field, const Text& in) const {
    std::string_view text = in.view();
    if (field.content == Content::Words) {
      if (const auto index = field.words->index(text)) text = field.words->words[*index].in(keys_);
    }
    if (field.content == Content::Kind) {
      if (const auto kind = kind_of_word(text)) text = kind_info(*kind).word.in(keys_);
    }
    Value out = Value::lasting(text);
    if (is_always_quoted(field, text)) out.quoted();
    return out;
  }
  Value value(const FieldInfo& field, const Texts& in) const {
    // One reference is written as a text, several as a list.
    if (field.content == Content::Reference && in.size() == 1) return value(field, in.front());
    Value out = Value::sequence(in.size());
    for (const Text& text : in) out.add(value(field, text));
    return out;
  }
  template <class T>
  Value value(const FieldInfo& field, const std::vector<Leveled<T>>& in) const {
    if (in.empty()) return {};
    if (in.size() == 1 && in.front().level.empty()) return value(field, in.front().value);
    Value out = Value::mapping(in.size());
    for (const auto& entry : in)
      out.add(yaml::Wording::lasting(entry.level.view()), value(field, entry.value));
    return out;
  }
  Value value(const FieldInfo&, const TextMap& in) const {
    Value out = Value::mapping(in.size());
    for (const NamedText& entry : in)
      out.add(yaml::Wording::lasting(entry.key.view()), Value::lasting(entry.value.view()));
    return out;
  }
  Value value(const FieldInfo&, const std::vector<Element>& in) const {
    Value out = Value::sequence(in.size());
    for (const Element& element : in)
      out.add(element.own.present() ? record(element) : Value::lasting(element.name.view()));
    return out;
  }
  template <class R>
  Value value(const FieldInfo&, const std::vector<R>& in) const {
    Value out = Value::sequence(in.size());
    for (const R& entry : in) out.add(record(entry));
    return out;
  }
  template <class R>
  Value value(const FieldInfo&, const Rare<R>& in) const {
    return in.present() ? record(in.get()) : Value();
  }

 private:
  Lang keys_;
};

}  // namespace catalog
