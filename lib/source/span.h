#pragma once

#include <cstdint>
#include <string>

namespace catalog {

/// Bytes [begin, end) of one source text.
struct Span {
  uint32_t begin = 0;
  uint32_t end = 0;

  uint32_t size() const { return end - begin; }
  bool contains(uint32_t at) const { return begin <= at && at < end; }
  friend auto operator<=>(Span, Span) = default;
};

/// Replaces the bytes of `span` with `text`; an empty span inserts.
struct Edit {
  Span span;
  std::string text;
};

}  // namespace catalog
