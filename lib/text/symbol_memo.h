#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
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
  static constexpr size_t kChunk = detail::kTextBlock;
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

  mutable std::array<std::atomic<Slots*>, detail::kTextBlocks> chunks_{};
};

/// Remembers a byte for each symbol that is never 0, without locks. Two threads may compute the
/// same byte at once.
class SymbolBytes {
 public:
  SymbolBytes() = default;
  SymbolBytes(const SymbolBytes&) = delete;
  SymbolBytes& operator=(const SymbolBytes&) = delete;
  ~SymbolBytes() {
    for (auto& chunk : chunks_) delete chunk.load();
  }

  /// The byte of `symbol`; `compute(text)` makes it at the first call.
  template <class Compute>
  uint8_t get(Symbol symbol, Compute&& compute) {
    std::atomic<uint8_t>& byte = place_of(symbol.number());
    uint8_t known = byte.load(std::memory_order_relaxed);
    if (known == 0) byte.store(known = compute(symbol.view()), std::memory_order_relaxed);
    return known;
  }

 private:
  using Bytes = std::array<std::atomic<uint8_t>, detail::kTextBlock>;

  std::atomic<uint8_t>& place_of(uint32_t number) {
    auto& chunk = chunks_[number / detail::kTextBlock];
    Bytes* bytes = chunk.load(std::memory_order_acquire);
    if (!bytes) {
      auto fresh = std::make_unique<Bytes>();
      if (chunk.compare_exchange_strong(bytes, fresh.get(), std::memory_order_acq_rel))
        bytes = fresh.release();
    }
    return (*bytes)[number % detail::kTextBlock];
  }

  std::array<std::atomic<Bytes*>, detail::kTextBlocks> chunks_{};
};

}  // namespace catalog
