#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <functional>
#include <string_view>

namespace catalog {

namespace detail {

/// A text of the pool: its length in bytes; the bytes follow.
struct PooledText {
  uint32_t length;
  std::string_view view() const { return {reinterpret_cast<const char*>(this + 1), length}; }
};

/// Texts by number, in blocks that never move, so that reading needs no lock.
inline constexpr size_t kTextBlock = 4096, kTextBlocks = 8192;
using TextBlock = std::array<std::atomic<const PooledText*>, kTextBlock>;
extern std::array<std::atomic<TextBlock*>, kTextBlocks> text_blocks;

}  // namespace detail

/// An interned text: equal texts are the same symbol, so comparing is comparing two numbers.
/// Symbols live as long as the process; making and reading them is safe from any thread.
class Symbol {
 public:
  constexpr Symbol() = default;

  /// The symbol of a text (bytes, UTF-8 by convention); the empty text is the default symbol.
  static Symbol of(std::string_view text);

  std::string_view view() const {
    if (number_ == 0) return {};
    const auto* block =
        detail::text_blocks[number_ / detail::kTextBlock].load(std::memory_order_acquire);
    return (*block)[number_ % detail::kTextBlock].load(std::memory_order_acquire)->view();
  }
  bool empty() const { return number_ == 0; }
  /// A small number of its own for each symbol, dense from 1; 0 is the empty symbol.
  uint32_t number() const { return number_; }

  friend bool operator==(Symbol, Symbol) = default;

 private:
  friend class SymbolPool;
  constexpr explicit Symbol(uint32_t number) : number_(number) {}

  uint32_t number_ = 0;
};

/// How many symbols have been made so far.
uint32_t symbol_count();

}  // namespace catalog

template <>
struct std::hash<catalog::Symbol> {
  size_t operator()(catalog::Symbol symbol) const noexcept {
    return symbol.number() * 0x9E3779B97F4A7C15ull;
  }
};
