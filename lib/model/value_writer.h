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
    Value out;
    fill(out, in);
    return out;
  }
  Value value(const FieldInfo& field, const auto& in) const {
    Value out;
    fill(out, field, in);
    return out;
  }

 private:
  // These fill values where they are: moving them about takes longer than making them.

  template <class R>
  void fill(Value& out, const R& in) const {
    const RecordInfo& info = *record_info<R>();
    out.begin(Value::Kind::Mapping, info.fields.size());
    size_t index = 0;
    for_each_field<R>([&]<class Field>(const Field&) {
      const FieldInfo& field = info.fields[index++];
      if (is_absent(Field::get(in))) return;
      Value& made = out.add_empty(yaml::Wording::lasting(field.key.in(keys_)));
      fill(made, field, Field::get(in));
      if (made.empty()) out.drop_last();
    });
  }
  void fill(Value& out, const FieldInfo& field, const Text& in) const {
    std::string_view text = in.view();
    if (field.content == Content::Words) {
      if (const auto index = field.words->index(text)) text = field.words->words[*index].in(keys_);
    }
    if (field.content == Content::Kind) {
      if (const auto kind = kind_of_word(text)) text = kind_info(*kind).word.in(keys_);
    }
    out.set_lasting(text);
    if (is_always_quoted(field, text)) out.quoted();
  }
  void fill(Value& out, const FieldInfo& field, const Texts& in) const {
    // One reference is written as a text, several as a list.
    if (field.content == Content::Reference && in.size() == 1) return fill(out, field, in.front());
    out.begin(Value::Kind::Sequence, in.size());
    for (const Text& text : in) fill(out.add_empty(), field, text);
  }
  template <class T>
  void fill(Value& out, const FieldInfo& field, const std::vector<Leveled<T>>& in) const {
    if (in.empty()) return;
    if (in.size() == 1 && in.front().level.empty()) return fill(out, field, in.front().value);
    out.begin(Value::Kind::Mapping, in.size());
    for (const auto& entry : in)
      fill(out.add_empty(yaml::Wording::lasting(entry.level.view())), field, entry.value);
  }
  void fill(Value& out, const FieldInfo&, const TextMap& in) const {
    out.begin(Value::Kind::Mapping, in.size());
    for (const NamedText& entry : in)
      out.add_empty(yaml::Wording::lasting(entry.key.view())).set_lasting(entry.value.view());
  }
  void fill(Value& out, const FieldInfo&, const std::vector<Element>& in) const {
    out.begin(Value::Kind::Sequence, in.size());
    for (const Element& element : in) {
      Value& made = out.add_empty();
      element.own.present() ? fill(made, element) : made.set_lasting(element.name.view());
    }
  }
  template <class R>
  void fill(Value& out, const FieldInfo&, const std::vector<R>& in) const {
    out.begin(Value::Kind::Sequence, in.size());
    for (const R& entry : in) fill(out.add_empty(), entry);
  }
  template <class R>
  void fill(Value& out, const FieldInfo&, const Rare<R>& in) const {
    if (in.present()) fill(out, in.get());
  }

  Lang keys_;
};

}  // namespace catalog
