#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "source/span.h"
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

/// A value that is mostly absent, kept apart so that its owner stays small; copied deeply.
template <class T>
class Rare {
 public:
  Rare() = default;
  Rare(const Rare& other) : box_(other.box_ ? std::make_unique<T>(*other.box_) : nullptr) {}
  Rare(Rare&&) noexcept = default;
  Rare& operator=(const Rare& other) {
    if (this != &other) box_ = other.box_ ? std::make_unique<T>(*other.box_) : nullptr;
    return *this;
  }
  Rare& operator=(Rare&&) noexcept = default;

  bool present() const { return box_ != nullptr; }
  /// The value, or an empty one that is shared.
  const T& get() const {
    static const T kNone{};
    return box_ ? *box_ : kNone;
  }
  const T* operator->() const { return &get(); }
  /// The value to write into, made if absent.
  T& make() {
    if (!box_) box_ = std::make_unique<T>();
    return *box_;
  }

 private:
  std::unique_ptr<T> box_;
};

}  // namespace catalog
