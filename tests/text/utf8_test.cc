#include "text/utf8.h"

#include <doctest/doctest.h>

#include <string>

#include "text/generated_text.h"

using namespace catalog;

namespace {

/// The first invalid byte, or -1.
int invalid_at(std::string_view text) {
  const auto at = find_invalid_utf8(text);
  return at ? static_cast<int>(at->value) : -1;
}

}  // namespace

TEST_CASE("each code point decodes to itself and its length") {
  for (char32_t point = 0; point <= 0x10FFFF; ++point) {
    if (point >= 0xD800 && point < 0xE000) continue;
    std::string text;
    append_utf8(text, point);
    const CodePoint read = decode_utf8(text, 0);
    if (read.value == point && read.length == text.size() && read.valid) continue;
    CAPTURE(static_cast<uint32_t>(point));
    FAIL_CHECK("does not come back");
  }
}

TEST_CASE("what is no code point is written as U+FFFD") {
  std::string text;
  append_utf8(text, 0xD800);
  append_utf8(text, 0x110000);
  CHECK(text == "\uFFFD\uFFFD");
}

TEST_CASE("the first byte that is not UTF-8 is found") {
  CHECK(invalid_at("") == -1);
  CHECK(invalid_at("公开时限 𠮷") == -1);
  CHECK(invalid_at("公开\xFF时限") == 6);
  CHECK(invalid_at("ab\xB9\xAB") == 2);
  CHECK(invalid_at("公\xE5\xBC") == 3);
}

TEST_CASE("overlong forms, surrogates and values over U+10FFFF are invalid") {
  CHECK(invalid_at("\xC0\xAF") == 0);
  CHECK(invalid_at("\xC1\xBF") == 0);
  CHECK(invalid_at("\xE0\x9F\xBF") == 0);
  CHECK(invalid_at("\xF0\x8F\xBF\xBF") == 0);
  CHECK(invalid_at("a\xED\xA0\x80") == 1);
  CHECK(invalid_at("\xED\x9F\xBF") == -1);
  CHECK(invalid_at("\xF4\x8F\xBF\xBF") == -1);
  CHECK(invalid_at("\xF4\x90\x80\x80") == 0);
  CHECK(invalid_at("\xF5\x80\x80\x80") == 0);
}

TEST_CASE("an invalid byte decodes as U+FFFD of length 1, and reading goes on behind it") {
  const CodePoint point = decode_utf8("\xE5\x85x", 0);
  CHECK(point.value == 0xFFFD);
  CHECK(point.length == 1);
  CHECK_FALSE(point.valid);
  CHECK(to_code_points("\xE5\x85公") == U"\uFFFD\uFFFD公");
  CHECK(count_code_points("\xE5\x85公") == 3);
}

TEST_CASE("finding, counting and decoding agree on any bytes") {
  test::GeneratedTexts texts(2);
  for (int round = 0; round < 500; ++round) {
    const std::string text = texts.damaged_text(50);
    CAPTURE(text);
    const std::u32string points = to_code_points(text);
    CHECK(points.size() == count_code_points(text));
    // Only in a text without damage does nothing change on the way.
    CHECK((invalid_at(text) < 0) == (from_code_points(points) == text));
  }
}

TEST_CASE("Han are the ideographs of all planes, with 々 and 〇") {
  for (const char32_t han : std::u32string(U"公龥㐀𠮷〇々豈\U00030000")) CHECK(is_han(han));
  for (const char32_t other : std::u32string(U"a1（。、《“①■ア한😀○")) CHECK_FALSE(is_han(other));
}
