#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <memory>

#include "text/symbol.h"

namespace catalog {

/// Remembers one computed value for each symbol, without locks; values live as long as the memo.
/// Two threads may compute the same value at once; one of the two is kept.
template <class Value>
class SymbolMemo {
 public:
  SymbolMemo() = default;
  SymbolMemo(const SymbolMemo&) = delete;
  SymbolMemo& operator=(const SymbolMemo&) = delete;
  ~SymbolMemo() {
    for (auto& chunk : chunks_) {
      auto* slots = chunk.load();
      if (!slots) continue;
      for (auto& slot : *slots) delete slot.load();
      delete slots;
    }
  }

  /// The value of `symbol`; `compute(text)` makes it at the first call.
  template <class Compute>
  const Value& get(Symbol symbol, Compute&& compute) const {
    auto& slot = slot_of(symbol.number());
    if (const Value* known = slot.load(std::memory_order_acquire)) return *known;
    auto fresh = std::make_unique<const Value>(compute(symbol.view()));
    const Value* expected = nullptr;
    if (slot.compare_exchange_strong(expected, fresh.get(), std::memory_order_acq_rel)) {
      return *fresh.release();
    }
    return *expected;
  }

 private:
  static constexpr size_t kChunk = 4096;
  using Slots = std::array<std::atomic<const Value*>, kChunk>;

  std::atomic<const Value*>& slot_of(uint32_t number) const {
    auto& chunk = chunks_[number / kChunk];
    Slots* slots = chunk.load(std::memory_order_acquire);
    if (!slots) {
      auto fresh = std::make_unique<Slots>();
      if (chunk.compare_exchange_strong(slots, fresh.get(), std::memory_order_acq_rel)) {
        slots = fresh.release();
      }
    }
    return (*slots)[number % kChunk];
  }

  static constexpr size_t kChunks = 8192;  // as many as there can be symbols
  mutable std::array<std::atomic<Slots*>, kChunks> chunks_{};
};

}  // namespace catalog
