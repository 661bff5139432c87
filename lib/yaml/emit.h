#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "text/boxed.h"

namespace catalog::yaml {

/// A text of a new document: its own, or one that stays where it is until the document is written,
/// as a symbol's does.
class Wording {
 public:
  Wording() = default;
  Wording(std::string text) : own_(std::move(text)), view_(*own_) {}
  Wording(const char* text) : Wording(std::string(text)) {}
  Wording(const Wording& other)
      : own_(other.own_), view_(own_ ? std::string_view(*own_) : other.view_) {}
  Wording(Wording&&) noexcept = default;
  Wording& operator=(const Wording& other) { return *this = Wording(other); }
  Wording& operator=(Wording&&) noexcept = default;
  ~Wording() = default;
  /// A text that stays, which is not copied.
  static Wording lasting(std::string_view text) {
    Wording out;
    out.view_ = text;
    return out;
  }

  std::string_view view() const { return view_; }
  bool lasts() const { return !own_; }

 private:
  Boxed<std::string> own_;
  std::string_view view_;
};

/// A value of a new document: a text, a list or a mapping, with the comments that stand before it.
class Value {
 public:
  enum class Kind : uint8_t { Scalar, Sequence, Mapping };

  Value() = default;
  Value(Wording text) : text_(std::move(text)) {}
  Value(std::string text) : text_(std::move(text)) {}
  Value(std::string_view text) : text_(std::string(text)) {}
  Value(const char* text) : text_(text) {}
  /// A text that stays where it is until the document is written, and is not copied.
  static Value lasting(std::string_view text) { return Wording::lasting(text); }
  /// `expected`: how many items or pairs will be added.
  static Value sequence(size_t expected = 0);
  static Value mapping(size_t expected = 0);
  /// A list of texts.
  static Value texts(const std::vector<std::string>& texts);

  Kind kind() const { return kind_; }
  std::string_view text() const { return text_.view(); }
  bool empty() const { return kind_ == Kind::Scalar ? text().empty() : children_.empty(); }
  /// With empty keys in a sequence.
  const std::vector<std::pair<Wording, Value>>& children() const { return children_; }

  /// Makes an empty value a list or a mapping.
  void begin(Kind kind, size_t expected);
  /// Makes an empty value a text that stays where it is until the document is written.
  void set_lasting(std::string_view text) { text_ = Wording::lasting(text); }
  /// Adds an empty item, or a pair with an empty value, and returns it to be filled.
  Value& add_empty(Wording key = {}) {
    return children_.emplace_back(std::move(key), Value()).second;
  }
  void drop_last() { children_.pop_back(); }
  /// Adds an item to a sequence; returns it.
  Value& add(Value&& item);
  Value& add(const Value& item) { return add(Value(item)); }
  /// Adds a pair to a mapping; returns the value.
  Value& add(Wording key, Value&& value);
  Value& add(Wording key, const Value& value) { return add(std::move(key), Value(value)); }
  /// One line of comment (without `#`) above this item or pair; more calls, more lines. An empty
  /// one gives an empty line.
  Value& comment(std::string line);
  /// A comment (without `#`) at the end of the line that this item or pair begins on.
  Value& behind(std::string line);
  /// One line of comment below a whole document.
  Value& tail(std::string line);
  /// The value of a pair, or null.
  Value* find(std::string_view key);
  /// Each item or value, for changing it.
  template <class F>
  void each(F&& f) {
    for (auto& [key, child] : children_) f(key.view(), child);
  }
  /// Always written with quotes: ids, dates, codes, which editors would take for numbers.
  Value& quoted();

 private:
  friend class Emitter;
  /// The comments of a value: few have any.
  struct Notes {
    std::vector<std::string> comments;  ///< above
    std::string behind;
    std::vector<std::string> tail;
  };
  Notes& make_notes();
  bool has_comments() const { return notes_ && !notes_->comments.empty(); }
  bool has_behind() const { return notes_ && !notes_->behind.empty(); }

  Kind kind_ = Kind::Scalar;
  bool quoted_ = false;
  Wording text_;
  std::vector<std::pair<Wording, Value>> children_;
  Boxed<Notes> notes_;
};

/// How a document is laid out.
struct Layout {
  uint32_t flow_columns = 100;  ///< lists and small mappings of texts that end before this display
                                ///< column are written in one line
  /// Calls part(i) for each i below `count`, perhaps from several threads: the parts of `Entries`.
  /// Absent: one behind the other.
  std::function<void(size_t count, const std::function<void(size_t)>& part)> run{};
};

/// Writes a document: UTF-8 left as it is, block style, indentation 2, lines ending in LF, never
/// folded.
std::string emit(const Value& document, const Layout& layout = {});

/// The long list with which a document ends, below an empty line. An entry is made when it is
/// written and dropped again, so that few exist at a time.
struct Entries {
  std::string key;
  size_t count = 0;
  std::function<Value(size_t)> make;  ///< perhaps called from several threads
};
/// Gets the pieces of a document in their order, one at a time, perhaps from several threads.
using Sink = std::function<void(std::string_view piece)>;
/// Writes the document piece by piece; the first ones are handed on while others are being made.
void emit(const Value& head, const Entries& entries, const Layout& layout, const Sink& sink);

/// Writes a value on one line, lists in brackets: what the edits of edit.h take. Comments are left
/// out.
std::string emit_flow(const Value& value);

}  // namespace catalog::yaml
