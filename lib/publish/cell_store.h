#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <unordered_map>
#include <vector>

#include "publish/text_key.h"

namespace catalog {

/// One line of a cell.
struct CellLine {
  std::string text;
  std::string url;   ///< the address behind the text; empty where there is none to follow
  bool dim = false;  ///< a channel that is not chosen

  bool operator==(const CellLine&) const = default;
};

/// What stands in one cell, the same for every form; lines are separated by line breaks.
struct Cell {
  std::vector<CellLine> lines;
  /// Tells cells apart that may stand in several rows, from 1; 0 for one that is its row's own.
  uint32_t number = 0;

  bool empty() const { return lines.empty(); }
  std::string text() const;
};

/// The cells of a table. What many rows say alike (channels, audiences, levels) is one cell, so
/// that it is made, measured and written out once.
class CellStore {
 public:
  CellStore() = default;
  CellStore(CellStore&&) = default;
  CellStore& operator=(CellStore&&) = default;

  /// The cell of a column whose content this key decides, made where it is new.
  template <class Make>
  const Cell* shared(size_t column, const TextKey& key, Make&& make) {
    if (column >= known_.size()) known_.resize(column + 1);
    const auto [found, fresh] = known_[column].try_emplace(key, nullptr);
    if (fresh) found->second = keep(make(), ++numbers_);
    return found->second;
  }
  const Cell* own(Cell cell) { return keep(std::move(cell), 0); }

  /// No more cells are made: forgets by what they were found.
  void seal() { known_ = {}; }

  /// One more than the largest number.
  size_t numbers() const { return numbers_ + 1; }

 private:
  const Cell* keep(Cell cell, uint32_t number) {
    cell.number = number;
    return &cells_.emplace_back(std::move(cell));
  }

  std::deque<Cell> cells_;  // they stay where they are
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
