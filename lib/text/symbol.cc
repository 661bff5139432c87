#include "text/symbol.h"

#include <array>
#include <atomic>
#include <cstring>
#include <memory>
#include <mutex>
#include <new>
#include <tuple>
#include <utility>
#include <vector>

namespace catalog {

constinit std::array<std::atomic<detail::TextBlock*>, detail::kTextBlocks> detail::text_blocks{};

namespace {

using detail::PooledText;

constexpr size_t kShards = 64;
constexpr size_t kChunk = 64 * 1024;
constexpr size_t kLongText = kChunk / 4;  // one of these has a chunk of its own

std::atomic<uint32_t> last_number{0};

std::atomic<const PooledText*>& place_of(uint32_t number) {
  auto& block = detail::text_blocks[number / detail::kTextBlock];
  detail::TextBlock* known = block.load(std::memory_order_acquire);
  if (!known) {
    auto fresh = std::make_unique<detail::TextBlock>();
    if (block.compare_exchange_strong(known, fresh.get())) known = fresh.release();
  }
  return (*known)[number % detail::kTextBlock];
}

/// Numbers are 32 bits, the table holds 33 million texts: files are bounded far below that.
uint32_t next_number() {
  const uint32_t number = ++last_number;
  if (number / detail::kTextBlock >= detail::kTextBlocks) throw std::bad_alloc();
  return number;
}

/// Where texts are kept as long as the process. Each thread fills a chunk of its own, so that the
/// texts of a file stand side by side: who goes through its values goes through memory.
class TextRoom {
 public:
  static TextRoom& instance() {
    static TextRoom* room = new TextRoom;  // never destroyed, as the symbols
    return *room;
  }

  char* take(size_t size) {
    if (size > kLongText) return new_chunk(size);
    thread_local Part part;
    if (part.left() < size) part.refill();
    return std::exchange(part.at, part.at + size);
  }

 private:
  /// The rest of a chunk. What a thread leaves at its end the next one takes.
  struct Part {
    char* at = nullptr;
    char* end = nullptr;

    size_t left() const { return static_cast<size_t>(end - at); }
    void refill() {
      TextRoom& room = instance();
      std::lock_guard lock(room.mutex_);
      if (room.left_.empty()) {
        at = room.add_chunk(kChunk), end = at + kChunk;
      } else {
        std::tie(at, end) = room.left_.back();
        room.left_.pop_back();
      }
    }
    ~Part() {
      if (left() < kLongText) return;
      std::lock_guard lock(instance().mutex_);
      instance().left_.emplace_back(at, end);
    }
  };

  char* new_chunk(size_t size) {
    std::lock_guard lock(mutex_);
    return add_chunk(size);
  }
  char* add_chunk(size_t size) {
    return chunks_.emplace_back(std::make_unique_for_overwrite<char[]>(size)).get();
  }

  std::mutex mutex_;
  std::vector<std::unique_ptr<char[]>> chunks_;
  std::vector<std::pair<char*, char*>> left_;  ///< of ended threads: each has room for any text
};

}  // namespace

/// All symbols of the process: shards by hash, each an open-addressing table.
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
      const size_t size = (sizeof(PooledText) + text.size() + 3) & ~size_t{3};
      char* const at = TextRoom::instance().take(size);
      const auto* entry = new (at) PooledText{static_cast<uint32_t>(text.size())};
      std::memcpy(at + sizeof(PooledText), text.data(), text.size());
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

uint32_t symbol_count() { return last_number.load(); }

}  // namespace catalog
