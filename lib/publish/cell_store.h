#pragma once

#include <cstdint>
#include <initializer_list>
#include <memory>
#include <memory_resource>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "publish/publishable_text.h"
#include "publish/text_key.h"

namespace catalog {

/// One line of a cell; its texts are its store's.
struct CellLine {
  std::string_view text;
  std::string_view url{};  ///< the address behind the text; empty where there is none to follow
  bool dim = false;        ///< a channel that is not chosen
};

/// What stands in one cell, the same for every form; lines are separated by line breaks.
struct Cell {
  std::span<const CellLine> lines{};
  /// Tells cells apart that may stand in several rows, from 1; 0 for one that is its row's own.
  uint32_t number = 0;

  bool empty() const { return lines.empty(); }
  std::string text() const;
};

/// A part of a cell's text. Of a symbol's text it is remembered whether it goes out as it stands.
class CellPart {
 public:
  CellPart(Symbol text) : view_(text.view()), plain_(is_plain(text)) {}
  CellPart(std::string_view text) : view_(text), plain_(is_plain(text)) {}
  CellPart(const std::string& text) : CellPart(std::string_view(text)) {}
  CellPart(const char* text) : CellPart(std::string_view(text)) {}

  std::string_view view() const { return view_; }
  bool plain() const { return plain_; }

 private:
  std::string_view view_;
  bool plain_;
};

/// The lines of a cell that is being made.
class CellDraft {
 public:
  explicit CellDraft(std::pmr::memory_resource& room) : room_(&room) {}

  /// Appends a text as it goes out, a line for each of its own; nothing of an empty one.
  void add(const CellPart& text, bool dim = false) { add({text}, dim); }
  /// The parts as one text.
  void add(std::initializer_list<CellPart> parts, bool dim = false);
  /// One line, whatever its text holds; texts are publishable.
  void add_line(std::string_view text, std::string_view url, bool dim);

  bool empty() const { return lines_.empty(); }
  /// The lines so far, which stay as long as the room; the draft is empty then.
  std::span<const CellLine> take();

 private:
  char* room(size_t bytes) { return static_cast<char*>(room_->allocate(bytes, 1)); }
  std::string_view keep(std::string_view text);

  std::pmr::memory_resource* room_;
  std::vector<CellLine> lines_;
};

/// The cells of a table. What many rows say alike (channels, audiences, levels) is one cell, so
/// that it is made, measured and written out once. Cells and their texts stand in the order in
/// which they were made: who goes through the rows goes through memory.
class CellStore {
 public:
  /// The cell of a column whose content this key decides, made where it is new: make(draft).
  template <class Make>
  const Cell* shared(size_t column, const TextKey& key, Make&& make) {
    if (column >= known_.size()) known_.resize(column + 1);
    const auto [found, fresh] = known_[column].try_emplace(key, nullptr);
    if (fresh) {
      make(draft_);
      found->second = keep({draft_.take(), ++numbers_});
    }
    return found->second;
  }
  /// A cell that is its row's own.
  template <class Make>
  const Cell* own(Make&& make) {
    make(draft_);
    return draft_.empty() ? &kEmpty : keep({draft_.take(), 0});
  }

  /// No more cells are made: forgets by what they were found.
  void seal() { known_ = {}; }

  /// One more than the largest number.
  size_t numbers() const { return numbers_ + 1; }

 private:
  static inline const Cell kEmpty{};

  const Cell* keep(const Cell& cell) {
    return std::pmr::polymorphic_allocator<>(room_.get()).new_object<Cell>(cell);
  }

  std::unique_ptr<std::pmr::monotonic_buffer_resource> room_ =
      std::make_unique<std::pmr::monotonic_buffer_resource>();
  CellDraft draft_{*room_};
  std::vector<std::unordered_map<TextKey, const Cell*>> known_;
  uint32_t numbers_ = 0;
};

/// Remembers what was made of a table's shared cells, by their number.
template <class Value>
class CellMemo {
 public:
  explicit CellMemo(const CellStore& store) : values_(store.numbers()) {}

  /// make() is called once for each shared cell, and each time for others.
  template <class Make>
  const Value& of(const Cell& cell, Make&& make) {
    if (cell.number == 0) return own_ = make();
    auto& [value, known] = values_[cell.number];
    if (!known) value = make(), known = true;
    return value;
  }

 private:
  struct Entry {
    Value value{};
    bool known = false;
  };
  std::vector<Entry> values_;
  Value own_{};  ///< of the last cell that is not shared
};

}  // namespace catalog
