#include "model/field_span.h"

namespace catalog {

namespace {

/// Grows over the spans of all that a value holds; an empty one grows over nothing.
class SpanOf {
 public:
  void add(Span span) {
    if (span.end == 0) return;
    if (out_.end == 0) out_ = span;
    out_ = {std::min(out_.begin, span.begin), std::max(out_.end, span.end)};
  }
  void add(const NamedText& entry) { add(entry.value); }
  void add(const Element& element) { add(element.name); }
  template <class Value>
  void add(const Leveled<Value>& entry) {
    add(entry.level);
    add(entry.value);
  }
  template <class Value>
  void add(const std::vector<Value>& values) {
    for (const Value& value : values) add(value);
  }
  template <class R>
  requires std::is_same_v<decltype(R::span), Span>
  void add(const R& record) { add(record.span); }
  template <class R>
  void add(const Rare<R>& record) {
    add(record.get());
  }

  Span get() const { return out_; }

 private:
  Span out_{};
};

template <class R>
Span span_of_key(const R& record, std::string_view key) {
  SpanOf out;
  const std::string_view head = key.substr(0, key.find('.'));
  for_each_field<R>([&]<class Field>(const Field& field) {
    if (field.info.key.en == head) out.add(Field::get(record));
  });
  return out.get();
}

}  // namespace

Span field_span(const Item& item, size_t field) {
  SpanOf out;
  size_t index = 0;
  for_each_field<Item>([&]<class Field>(const Field&) {
    if (index++ == field) out.add(Field::get(item));
  });
  return out.get();
}

Span field_span(const Item& item, std::string_view key) { return span_of_key(item, key); }
Span field_span(const List& list, std::string_view key) { return span_of_key(list, key); }
Span field_span(const Standard& standard, std::string_view key) {
  return span_of_key(standard, key);
}
Span field_span(const Guideline& guideline, std::string_view key) {
  return span_of_key(guideline, key);
}

}  // namespace catalog
