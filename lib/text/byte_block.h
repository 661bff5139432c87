#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace catalog {

/// Sixteen bytes that are compared, added and combined all at once; a comparison gives 0xFF in each
/// byte where it holds.
using ByteBlock [[gnu::vector_size(16)]] = uint8_t;

/// The bytes from `at` on; so many must be there.
inline ByteBlock block_at(std::string_view text, size_t at) {
  ByteBlock block;
  std::memcpy(&block, text.data() + at, sizeof(block));
  return block;
}

/// The same where fewer bytes may be left: spaces fill the rest.
inline ByteBlock padded_block_at(std::string_view text, size_t at) {
  const size_t bytes = text.size() - at;
  if (bytes >= sizeof(ByteBlock)) return block_at(text, at);
  ByteBlock block = ByteBlock{} + static_cast<uint8_t>(' ');
  std::memcpy(&block, text.data() + at, bytes);
  return block;
}

/// Whether a comparison holds anywhere.
bool any(auto comparison) {
  std::array<uint64_t, 2> halves;
  static_assert(sizeof(halves) == sizeof(comparison));
  std::memcpy(&halves, &comparison, sizeof(halves));
  return (halves[0] | halves[1]) != 0;
}

/// Whether test(block) holds for any byte of a text; it is not to hold for a space.
bool any_byte(std::string_view text, auto&& test) {
  size_t at = 0;
  for (; at + sizeof(ByteBlock) <= text.size(); at += sizeof(ByteBlock)) {
    if (any(test(block_at(text, at)))) return true;
  }
  return at < text.size() && any(test(padded_block_at(text, at)));
}

}  // namespace catalog
