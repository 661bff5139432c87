#include "text/byte_block.h"

#include <doctest/doctest.h>

#include <string>

using namespace catalog;

namespace {

const auto kComma = [](ByteBlock byte) { return byte == ','; };

}  // namespace

TEST_CASE("a byte is found wherever it stands in a text of any length") {
  for (size_t size = 0; size < 70; size++) {
    const std::string text(size, 'x');
    CHECK_FALSE(any_byte(text, kComma));
    for (size_t at = 0; at < size; at++) {
      std::string with = text;
      with[at] = ',';
      CHECK(any_byte(with, kComma));
      CHECK_FALSE(any_byte(std::string_view(with).substr(at + 1), kComma));
    }
  }
}

TEST_CASE("a text is appended whole, or not at all where it holds the byte") {
  for (size_t size = 0; size < 70; size++) {
    std::string text;
    for (size_t at = 0; at < size; at++) text += static_cast<char>('a' + at % 26);
    std::string out = "before";
    CHECK(append_without(out, text, kComma));
    CHECK(out == "before" + text);
    for (size_t at = 0; at < size; at++) {
      std::string with = text;
      with[at] = ',';
      out = "before";
      CHECK_FALSE(append_without(out, with, kComma));
      CHECK(out == "before");
    }
  }
}
