#include "text/columns.h"

#include <doctest/doctest.h>

#include <string>

#include "text/generated_text.h"

using namespace catalog;

namespace {

struct Columns {
  uint32_t code_point, utf16, display;
  friend bool operator==(const Columns&, const Columns&) = default;
};

doctest::String toString(const Columns& columns) {
  return doctest::String((std::to_string(columns.code_point) + "/" + std::to_string(columns.utf16) +
                          "/" + std::to_string(columns.display))
                             .c_str());
}

Columns columns(std::string_view line, uint32_t byte) {
  const ByteOffset at{byte};
  return {code_point_column(line, at).value, utf16_column(line, at).value,
          display_column(line, at).value};
}

/// The columns of the first byte of `part` in `line`.
Columns columns_of(std::string_view line, std::string_view part) {
  return columns(line, static_cast<uint32_t>(line.find(part)));
}

}  // namespace

TEST_CASE("the first byte of a line is column 1 in every count") {
  CHECK(columns("公开时限", 0) == Columns{1, 1, 1});
  CHECK(columns("", 0) == Columns{1, 1, 1});
}

TEST_CASE("a Chinese character takes three bytes, one code point, two cells") {
  CHECK(columns_of("公开时限: 20", "20") == Columns{7, 7, 11});
  CHECK(columns_of("    deadline: 自信息形成之日起", "形成") == Columns{18, 18, 21});
}

TEST_CASE("a character beyond the BMP takes two UTF-16 units") {
  CHECK(columns_of("𠮷野街道", "野") == Columns{2, 3, 3});
  CHECK(columns_of("😀公开", "公") == Columns{2, 3, 3});
}

TEST_CASE("full-width punctuation takes two cells, half-width Katakana one") {
  CHECK(display_width("（）《》〔〕；，。") == 18);
  CHECK(display_width("　") == 2);
  CHECK(display_width("ｱｲ") == 2);
  CHECK(display_width("㉿①") == 3);
}

TEST_CASE("what Unicode calls ambiguous takes one cell, as terminals have it by default") {
  CHECK(display_width("“”‘’…—·") == 7);
  CHECK(display_width("①■□●▲√") == 6);
  CHECK(display_width("〇") == 2);  // an ideograph, not a circle
}

TEST_CASE("combining marks, joiners and invisible signs take no cell") {
  CHECK(columns_of("e\u0301f", "f") == Columns{3, 3, 2});
  CHECK(display_width("a\u200B\u200D\uFEFFb") == 2);
  CHECK(display_width("葛\U000E0100") == 2);
  CHECK(display_width("한") == 2);
  CHECK(display_width("\u1112\u1161\u11ab") == 2);
}

TEST_CASE("a tab goes to the next multiple of eight") {
  CHECK(columns_of("\tx", "x") == Columns{2, 2, 9});
  CHECK(columns_of("公开\tx", "x") == Columns{4, 4, 9});
  CHECK(columns_of("1234567\tx", "x") == Columns{9, 9, 9});
  CHECK(columns_of("12345678\tx", "x") == Columns{10, 10, 17});
  CHECK(display_width("\t", DisplayColumn{5}) == 4);
}

TEST_CASE("control characters take one cell") { CHECK(display_width("a\x01\x7F\u0085") == 4); }

TEST_CASE("a byte within a character has the column of the character") {
  CHECK(columns("公开", 4) == columns("公开", 3));
  CHECK(columns("公开", 5) == columns("公开", 3));
  CHECK(columns("😀x", 3) == Columns{1, 1, 1});
}

TEST_CASE("a byte behind the line is clamped to its end") {
  CHECK(columns("公开", 6) == Columns{3, 3, 5});
  CHECK(columns("公开", 4000000000u) == Columns{3, 3, 5});
}

TEST_CASE("invalid bytes count as one each") {
  CHECK(columns("\xB9\xAB\xBF\xAAx", 4) == Columns{5, 5, 5});
  CHECK(columns("\xE5\x85x", 2) == Columns{3, 3, 3});
}

TEST_CASE("columns never fall along a line, and differ as the counts demand") {
  test::GeneratedTexts texts(1);
  for (int round = 0; round < 300; ++round) {
    const std::string line = texts.damaged_text(40);
    CAPTURE(line);
    Columns last{1, 1, 1};
    for (uint32_t byte = 0; byte <= line.size() + 1; ++byte) {
      const Columns here = columns(line, byte);
      REQUIRE(here.code_point >= last.code_point);
      REQUIRE(here.utf16 >= here.code_point);
      REQUIRE(here.display >= last.display);
      REQUIRE(here.code_point <= byte + 1);
      last = here;
    }
    CHECK(last.code_point == count_code_points(line) + 1);
    CHECK(last.display == display_width(line) + 1);
  }
}

TEST_CASE("the width of a text is the column behind it, whatever stands where") {
  const std::u32string usual = U"区民政局（办公室）的a、工作《1》：丙";
  for (size_t length = 0; length < 40; length++) {
    for (size_t place = 0; place <= length; place++) {
      for (const std::string_view what : {"",
                                          "\t",
                                          "\x01",
                                          "\x7F",
                                          "é",
                                          "“",
                                          "①",
                                          "ｱ",
                                          "が",
                                          "〪",
                                          "〿",
                                          "䷀",
                                          "㐀",
                                          "一",
                                          "龥",
                                          "\uA000",
                                          "가",
                                          "豈",
                                          "𠮷",
                                          "😀",
                                          "\uFF00",
                                          "！",
                                          "～",
                                          "\u0301",
                                          "\x80",
                                          "\xE5",
                                          "\xE5\x8C",
                                          "\xE3\x80",
                                          "\xFF",
                                          "\xE5\x8C\x80\x80",
                                          "\xED\xA0\x80"}) {
        std::string text;
        for (size_t i = 0; i < length; i++) {
          if (i == place) text += what;
          text += from_code_points(usual.substr(i % usual.size(), 1));
        }
        if (place == length) text += what;
        CAPTURE(text);
        CHECK(display_width(text) ==
              display_column(text, {static_cast<uint32_t>(text.size())}).value - 1);
      }
    }
  }
}

TEST_CASE("a line of a megabyte is counted whole") {
  std::string line;
  while (line.size() < 1'000'000) line += "公开ab“";
  const auto end = static_cast<uint32_t>(line.size());
  const uint32_t repeats = end / 11;
  CHECK(columns(line, end) == Columns{repeats * 5 + 1, repeats * 5 + 1, repeats * 7 + 1});
}
