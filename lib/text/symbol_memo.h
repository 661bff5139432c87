#pragma once

#include <algorithm>
#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>

#include "text/symbol.h"

namespace catalog {

/// A place for each symbol, 0 at first, in chunks that never move and are made where they are first
/// asked for, without locks.
template <class Value>
class SymbolPlaces {
 public:
  SymbolPlaces() = default;
  SymbolPlaces(const SymbolPlaces&) = delete;
  SymbolPlaces& operator=(const SymbolPlaces&) = delete;
  ~SymbolPlaces() {
    for (auto& chunk : chunks_) delete chunk.load();
  }

  std::atomic<Value>& of(Symbol symbol) {
    auto& chunk = chunks_[symbol.number() / detail::kTextBlock];
    Chunk* places = chunk.load(std::memory_order_acquire);
    if (!places) {
      auto fresh = std::make_unique<Chunk>();
      if (chunk.compare_exchange_strong(places, fresh.get(), std::memory_order_acq_rel))
        places = fresh.release();
    }
    return (*places)[symbol.number() % detail::kTextBlock];
  }

  /// Calls see(place) for the places of all chunks that were made.
  template <class See>
  void each(See&& see) {
    for (auto& chunk : chunks_) {
      if (Chunk* places = chunk.load()) std::ranges::for_each(*places, see);
    }
  }

 private:
  using Chunk = std::array<std::atomic<Value>, detail::kTextBlock>;

  std::array<std::atomic<Chunk*>, detail::kTextBlocks> chunks_{};
};

/// Remembers one computed value for each symbol, without locks; values live as long as the memo.
/// Two threads may compute the same value at once; one of the two is kept.
template <class Value>
class SymbolMemo {
 public:
  ~SymbolMemo() {
    values_.each([](auto& place) { delete place.load(); });
  }

  /// The value of `symbol`; `compute(text)` makes it at the first call.
  template <class Compute>
  const Value& get(Symbol symbol, Compute&& compute) const {
    auto& place = values_.of(symbol);
    if (const Value* known = place.load(std::memory_order_acquire)) return *known;
    auto fresh = std::make_unique<const Value>(compute(symbol.view()));
    const Value* expected = nullptr;
    if (place.compare_exchange_strong(expected, fresh.get(), std::memory_order_acq_rel)) {
      return *fresh.release();
    }
    return *expected;
  }

 private:
  mutable SymbolPlaces<const Value*> values_;
};

/// Remembers a byte for each symbol that is never 0, without locks. Two threads may compute the
/// same byte at once.
class SymbolBytes {
 public:
  /// The byte of `symbol`; `compute(text)` makes it at the first call.
  template <class Compute>
  uint8_t get(Symbol symbol, Compute&& compute) {
    std::atomic<uint8_t>& byte = bytes_.of(symbol);
    uint8_t known = byte.load(std::memory_order_relaxed);
    if (known == 0) byte.store(known = compute(symbol.view()), std::memory_order_relaxed);
    return known;
  }

 private:
  SymbolPlaces<uint8_t> bytes_;
};

}  // namespace catalog
