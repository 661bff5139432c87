#include "text/symbol.h"

#include <array>
#include <atomic>
#include <cstring>
#include <memory>
#include <mutex>
#include <new>
#include <vector>

namespace catalog {

namespace {

/// A text of the pool: its length in bytes; the bytes follow.
struct Entry {
  uint32_t length;
  std::string_view view() const { return {reinterpret_cast<const char*>(this + 1), length}; }
};

constexpr size_t kShards = 64;
constexpr size_t kArenaChunk = 64 * 1024;

/// Entries by number, in blocks that never move, so that reading needs no lock.
constexpr size_t kBlock = 4096;
using Block = std::array<std::atomic<const Entry*>, kBlock>;
std::array<std::atomic<Block*>, 8192> blocks{};
std::atomic<uint32_t> last_number{0};

std::atomic<const Entry*>& place_of(uint32_t number) {
  auto& block = blocks[number / kBlock];
  Block* known = block.load(std::memory_order_acquire);
  if (!known) {
    auto fresh = std::make_unique<Block>();
    if (block.compare_exchange_strong(known, fresh.get())) known = fresh.release();
  }
  return (*known)[number % kBlock];
}

/// Numbers are 32 bits, the table holds 33 million texts: files are bounded far below that.
uint32_t next_number() {
  const uint32_t number = ++last_number;
  if (number / kBlock >= blocks.size()) throw std::bad_alloc();
  return number;
}

}  // namespace

/// All symbols of the process: shards by hash, each an open-addressing table over an arena.
class SymbolPool {
 public:
  static SymbolPool& instance() {
    static SymbolPool* pool = new SymbolPool;  // never destroyed: symbols outlive static objects
    return *pool;
  }

  Symbol find_or_add(std::string_view text) {
    const uint64_t hash = std::hash<std::string_view>{}(text);
    Shard& shard = shards_[hash % kShards];
    std::lock_guard lock(shard.mutex);
    if ((shard.used + 1) * 10 > shard.slots.size() * 7) shard.grow();
    const size_t mask = shard.slots.size() - 1;
    const auto short_hash = static_cast<uint32_t>(hash >> 32);
    for (size_t at = short_hash & mask;; at = (at + 1) & mask) {
      Slot& slot = shard.slots[at];
      if (slot.number == 0) {
        slot = {short_hash, shard.add(text)};
        shard.used++;
        return Symbol(slot.number);
      }
      if (slot.hash == short_hash && Symbol(slot.number).view() == text) {
        return Symbol(slot.number);
      }
    }
  }

 private:
  struct Slot {
    uint32_t hash = 0;
    uint32_t number = 0;
  };

  struct alignas(64) Shard {
    std::mutex mutex;
    std::vector<Slot> slots;
    size_t used = 0;
    std::vector<std::unique_ptr<char[]>> chunks;
    char* at = nullptr;
    char* end = nullptr;

    void grow() {
      std::vector<Slot> old(slots.empty() ? 64 : slots.size() * 2);
      old.swap(slots);
      const size_t mask = slots.size() - 1;
      for (const Slot& slot : old) {
        if (slot.number == 0) continue;
        size_t place = slot.hash & mask;
        while (slots[place].number != 0) place = (place + 1) & mask;
        slots[place] = slot;
      }
    }

    uint32_t add(std::string_view text) {
      const size_t size = (sizeof(Entry) + text.size() + 3) & ~size_t{3};
      if (static_cast<size_t>(end - at) < size) {
        const size_t chunk = size > kArenaChunk / 4 ? size : kArenaChunk;
        chunks.push_back(std::make_unique_for_overwrite<char[]>(chunk));
        at = chunks.back().get();
        end = at + chunk;
      }
      const auto* entry = new (at) Entry{static_cast<uint32_t>(text.size())};
      std::memcpy(at + sizeof(Entry), text.data(), text.size());
      at += size;
      const uint32_t number = next_number();
      place_of(number).store(entry, std::memory_order_release);
      return number;
    }
  };

  std::array<Shard, kShards> shards_;
};

Symbol Symbol::of(std::string_view text) {
  return text.empty() ? Symbol() : SymbolPool::instance().find_or_add(text);
}

std::string_view Symbol::view() const {
  if (number_ == 0) return {};
  return (*blocks[number_ / kBlock].load(std::memory_order_acquire))[number_ % kBlock]
      .load(std::memory_order_acquire)
      ->view();
}

uint32_t symbol_count() { return last_number.load(); }

}  // namespace catalog
