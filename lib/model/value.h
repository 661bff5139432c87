#pragma once

#include <string_view>
#include <utility>
#include <vector>

#include "source/span.h"
#include "text/boxed.h"
#include "text/symbol.h"

namespace catalog {

/// A text as written, with the bytes of its file where it stands; absent when the symbol is empty
/// and the span too.
struct Text {
  Symbol value;
  Span span;

  std::string_view view() const { return value.view(); }
  bool empty() const { return value.empty(); }
};

using Texts = std::vector<Text>;

/// A value for one level; an empty level stands for all levels of the item.
template <class Value>
struct Leveled {
  Text level;
  Value value;
};

/// A text, or a map of texts by level.
using LevelText = std::vector<Leveled<Text>>;
/// A list, or a map of lists by level.
using LevelTexts = std::vector<Leveled<Texts>>;

/// A pair of an open map (其他列, 规则).
struct NamedText {
  Text key;
  Text value;
};
using TextMap = std::vector<NamedText>;

/// A value that is mostly absent and then reads as an empty one.
template <class T>
class Rare {
 public:
  bool present() const { return box_.has_value(); }
  /// The value, or an empty one that is shared.
  const T& get() const {
    static const T kNone{};
    return box_ ? *box_ : kNone;
  }
  const T* operator->() const { return &get(); }
  /// The value to write into, made if absent.
  T& make() {
    if (!box_) box_ = T();
    return *box_;
  }

 private:
  Boxed<T> box_;
};

/// Whether a value of any of these shapes says nothing.
inline bool is_absent(const Text& value) { return value.empty(); }
template <class T>
bool is_absent(const std::vector<T>& value) {
  return value.empty();
}
template <class R>
bool is_absent(const Rare<R>& value) {
  return !value.present();
}

}  // namespace catalog
