#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <string>
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

/// Calls see(block, at) for the blocks of a text until it says no; the last one may begin within
/// the one before, that of a short text is padded. Whether it never did.
bool all_blocks(std::string_view text, auto&& see) {
  constexpr size_t kSize = sizeof(ByteBlock);
  if (text.size() < kSize) return text.empty() || see(padded_block_at(text, 0), size_t{0});
  size_t at = 0;
  for (; at + kSize <= text.size(); at += kSize) {
    if (!see(block_at(text, at), at)) return false;
  }
  return at == text.size() || see(block_at(text, text.size() - kSize), text.size() - kSize);
}

/// Whether test(block) holds for any byte of a text; it is not to hold for a space.
bool any_byte(std::string_view text, auto&& test) {
  return !all_blocks(text, [&](ByteBlock block, size_t) { return !any(test(block)); });
}

/// Appends a text if test(block) holds for none of its bytes (it is not to hold for a space), and
/// says whether it did: the text is copied while it is looked at.
bool append_without(std::string& out, std::string_view text, auto&& test) {
  const size_t begin = out.size();
  out.resize_and_overwrite(begin + text.size() + sizeof(ByteBlock), [&](char* bytes, size_t) {
    const bool whole = all_blocks(text, [&](ByteBlock block, size_t at) {
      std::memcpy(bytes + begin + at, &block, sizeof(block));
      return !any(test(block));
    });
    return whole ? begin + text.size() : begin;
  });
  return out.size() == begin + text.size();
}

}  // namespace catalog
