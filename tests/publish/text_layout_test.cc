#include "publish/text_layout.h"

#include <doctest/doctest.h>

#include <string>

#include "publish/publishable_text.h"

using namespace catalog;

TEST_CASE("Chinese fonts draw marks and quotation marks as wide as characters") {
  CHECK(printed_width("政府网站") == 8);
  CHECK(printed_width("■政府") == 6);
  CHECK(printed_width("“ab”") == 6);
  CHECK(printed_width("2020.1") == 6);
}

TEST_CASE("lines break between characters, at line breaks, and around whole words") {
  CHECK(printed_lines("", 10) == 1);
  CHECK(printed_lines("一二三四五", 10) == 1);
  CHECK(printed_lines("一二三四五六", 10) == 2);
  CHECK(printed_lines("一\n二\n", 10) == 3);
  CHECK(printed_lines("一二三 word", 10) == 2);
  CHECK(printed_lines("一二三四五，", 10) == 2);
  CHECK(printed_lines(std::string(95, 'x'), 10) == 10);
}

TEST_CASE("a line never begins with a closing sign nor ends with an opening one") {
  // 五 goes down with its comma; 《 goes down with its title.
  CHECK(printed_lines("一二三四五，六七八九", 10) == 3);
  CHECK(printed_lines("一二三四《五六七八》", 10) == 3);
}

TEST_CASE("narrow columns and long texts take finitely many lines") {
  CHECK(printed_lines("一二三", 0) >= 3);
  const std::string lines(100000, '\n');
  CHECK(printed_lines(lines, 10) == 100001);
}

TEST_CASE("a text that is continued elsewhere loses nothing and never takes more lines") {
  const std::string word(500, 'x');
  for (const std::string& text :
       {std::string("一二三四五，六七八九，《十一》"), word, "a " + word + " 一二",
        std::string("\n\n一\n\n二三四五六七\n"), std::string("（（（（（（（，，，，，，，"),
        std::string("\xff\xfe一二三四五六七"), std::string()}) {
    for (const uint32_t width : {0u, 1u, 2u, 7u, 10u, 40u}) {
      for (const size_t lines : {size_t{1}, size_t{2}, size_t{5}}) {
        CAPTURE(text);
        CAPTURE(width);
        std::string rest = text, joined;
        while (!rest.empty()) {
          const size_t end = printed_prefix(rest, width, lines);
          REQUIRE(end > 0);
          REQUIRE(end <= rest.size());
          const std::string piece = rest.substr(0, end);
          if (printed_width(piece) > width || piece.find('\n') != piece.npos)
            CHECK((printed_lines(piece, width) <= lines || end <= 3));
          if (end < rest.size()) CHECK((rest[end] & 0xC0) != 0x80);
          joined += piece;
          rest.erase(0, end);
        }
        CHECK(joined == text);
      }
    }
  }
  CHECK(printed_prefix("一二三四五六", 10, 1) == 15);
  CHECK(printed_prefix("一二三四五六", 10, 2) == 18);
}

TEST_CASE("published texts hold no character that XML forbids") {
  CHECK(publishable("甲\r\n乙\r丙") == "甲\n乙\n丙");
  CHECK(publishable(std::string_view("a\x01\x00z", 4)) == "a\uFFFD\uFFFDz");
  CHECK(publishable("\xEF\xBF\xBE") == "\uFFFD");
  CHECK(publishable("\xFF\xE4\xB8") == "\uFFFD\uFFFD\uFFFD");
  CHECK(publishable("𠮷\t〇") == "𠮷\t〇");
  std::string out;
  append_escaped(out, "<a href=\"x\">'&");
  CHECK(out == "&lt;a href=&quot;x&quot;&gt;&#39;&amp;");
}

TEST_CASE("what may not be published or is escaped is found at any place of a text of any length") {
  using namespace std::literals;
  struct Sign {
    std::string_view given, published, markup, json;
  };
  const Sign signs[] = {{"\0"sv, "\uFFFD", "\uFFFD", "\uFFFD"},
                        {"\x1F", "\uFFFD", "\uFFFD", "\uFFFD"},
                        {"\uFFFE", "\uFFFD", "\uFFFD", "\uFFFD"},
                        {"\uFFFF", "\uFFFD", "\uFFFD", "\uFFFD"},
                        {"\xFF", "\uFFFD", "\uFFFD", "\uFFFD"},
                        {"\r\n", "\n", "\n", "\\n"},
                        {"\r", "\n", "\n", "\\n"},
                        {"\t", "\t", "\t", "\\t"},
                        {"&", "&", "&amp;", "&"},
                        {"<", "<", "&lt;", "<"},
                        {">", ">", "&gt;", ">"},
                        {"\"", "\"", "&quot;", "\\\""},
                        {"'", "'", "&#39;", "'"},
                        {"\\", "\\", "\\", "\\\\"},
                        {"\x7F￼！𠮿", "\x7F￼！𠮿", "\x7F￼！𠮿", "\x7F￼！𠮿"}};
  for (size_t length = 0; length < 40; length++) {
    for (size_t place = 0; place <= length; place++) {
      const std::string before(place, 'a'), behind(length - place, 'b');
      for (const Sign& sign : signs) {
        const auto with = [&](std::string_view what) {
          return before + std::string(what) + behind;
        };
        const std::string given = with(sign.given);
        std::string markup, json;
        append_escaped(markup, given);
        append_json(json, given);
        CHECK(publishable(given) == with(sign.published));
        CHECK(is_publishable(given) == (sign.given == sign.published));
        CHECK(markup == with(sign.markup));
        CHECK(json == '"' + with(sign.json) + '"');
        CHECK(is_plain(given) == (markup == given && json == '"' + given + '"'));
      }
    }
  }
}

TEST_CASE("web addresses are http and https only") {
  CHECK(is_web_address("https://www.shanghai.gov.cn/a?b=c#d"));
  CHECK(is_web_address("HTTP://x"));
  for (const char* other : {"javascript:alert(1)", "data:text/html,x", "//x", "https://", "ftp://x",
                            "https://a b", "https://a\n", "https://a\"onclick=", " https://a"})
    CHECK_FALSE(is_web_address(other));
}
