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
  void add(const Text& text) { add(text.span); }
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
  void add(const Link& link) { add(link.span); }
  void add(const Deviation& deviation) { add(deviation.span); }

  Span get() const { return out_; }

 private:
  Span out_{};
};

}  // namespace

Span field_span(const Item& item, size_t field) {
  SpanOf out;
  size_t index = 0;
  for_each_field<Item>([&]<class Field>(const Field&) {
    if (index++ == field) out.add(Field::get(item));
  });
  return out.get();
}

}  // namespace catalog
