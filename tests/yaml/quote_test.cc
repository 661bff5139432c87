#include <yaml-cpp/yaml.h>

#include "text/utf8.h"
#include "yaml/generator.h"
#include "yaml/support.h"

using namespace catalog;
using namespace catalog::yaml;

TEST_CASE("Chinese text is written as it is") {
  for (const std::string text :
       {"最低生活保障", "《条例》（国务院令第711号）", "<区>民政局", "自信息形成之日起20个工作日内",
        "“三公”经费", "20个工作日", "a:b", "http://a.cn/x", "c#d", "不予公开（含 涉密）"}) {
    CHECK(scalar_text(text) == text);
    CHECK(scalar_text(text, Context::Flow) == text);
  }
}

TEST_CASE("what a reader would take for something else than text is quoted") {
  for (const std::string text : {"",
                                 "yes",
                                 "No",
                                 "TRUE",
                                 "off",
                                 "null",
                                 "~",
                                 "y",
                                 "2020.10",
                                 "310104",
                                 "0x1F",
                                 "1e5",
                                 "-1",
                                 "+1",
                                 ".5",
                                 ".inf",
                                 "-.INF",
                                 ".NaN",
                                 "1_000",
                                 "12:30",
                                 "12:30:45",
                                 "2020-06-30",
                                 "2001-12-14t21:59:43.10-05:00",
                                 "0o17",
                                 "=",
                                 "<<",
                                 "- a",
                                 "-",
                                 "? a",
                                 ": a",
                                 "a: b",
                                 "a:",
                                 "a #b",
                                 "#a",
                                 "&a",
                                 "*a",
                                 "!a",
                                 "|",
                                 ">",
                                 "%a",
                                 "@a",
                                 "`a",
                                 "\"a",
                                 "'a",
                                 "[a",
                                 "{a",
                                 "]",
                                 "}",
                                 ",a",
                                 " a",
                                 "a ",
                                 "a\nb",
                                 "a\tb",
                                 "\u3000低保",
                                 "低保\u00A0",
                                 "a\u2028b",
                                 "a\u0085b",
                                 "\uFEFF"
                                 "a",
                                 "---",
                                 "..."}) {
    CAPTURE(text);
    CHECK(scalar_text(text).front() == '"');
    CHECK(meaning("a: " + scalar_text(text) + "\n") == "{\"a\": " + double_quoted(text) + "}");
    CHECK(meaning("[" + scalar_text(text, Context::Flow) + "]") == "[" + double_quoted(text) + "]");
  }
}

TEST_CASE("between brackets commas, brackets and question marks are quoted too") {
  for (const std::string text : {"a, b", "a,b", "国发[2012]45号", "a{b}", "http://a.cn/x?y=1"}) {
    CHECK(scalar_text(text) == text);
    CHECK(scalar_text(text, Context::Flow) == double_quoted(text));
  }
}

TEST_CASE("what must be quoted is found at any place of a text of any length") {
  const std::string usual = "区民政局（办公室）的a、工作";
  const auto text_with = [&](size_t place, size_t length, std::string_view what) {
    std::string text;
    for (size_t i = 0; i < length; i++) {
      if (i == place) text += what;
      const size_t at = i % count_code_points(usual);
      text += from_code_points(to_code_points(usual).substr(at, 1));
    }
    return place == length ? text + std::string(what) : text;
  };
  for (size_t length = 1; length < 24; length++) {
    for (size_t place = 0; place <= length; place++) {
      for (const std::string_view what :
           {"\x01", "\n", "\x7F", "\u0085", "\u2028", "\uFEFF", "\uFFFE", ": ", " #"})
        CHECK_FALSE(is_plain_safe(text_with(place, length, what), Context::Block));
      for (const std::string_view what : {",", "[", "]", "{", "}", "?"})
        CHECK_FALSE(is_plain_safe(text_with(place, length, what), Context::Flow));
      const bool at_end = place == 0 || place == length;
      for (const Context context : {Context::Block, Context::Flow})
        CHECK(is_plain_safe(text_with(place, length, ":"), context) == !at_end);
      for (const std::string_view what : {"\u3000", "\u00A0", "\u200B"})
        CHECK(is_plain_safe(text_with(place, length, what), Context::Block) == !at_end);
      for (const std::string_view what :
           {"“", "①", "é", "𠮷", "々", "㈠", "\uFF5E", "a:b", "b#", "豈"})
        CHECK(is_plain_safe(text_with(place, length, what), Context::Flow));
    }
  }
}

TEST_CASE("what must be escaped is found at any place of a text of any length") {
  const std::pair<std::string_view, std::string_view> escapes[] = {
      {"\"", "\\\""},        {"\\", "\\\\"},      {"\n", "\\n"},       {"\t", "\\t"},
      {"\r", "\\r"},         {"\x01", "\\u0001"}, {"\x7F", "\\u007F"}, {"\u0085", "\\u0085"},
      {"\u2028", "\\u2028"}, {"民", "民"}};
  for (size_t length = 0; length < 40; length++) {
    for (size_t place = 0; place <= length; place++) {
      for (const auto& [what, written] : escapes) {
        const std::string before(place, 'a'), behind(length - place, 'b');
        CHECK(double_quoted(before + std::string(what) + behind) ==
              "\"" + before + std::string(written) + behind + "\"");
      }
    }
  }
}

TEST_CASE("quotes that an author used are kept where they serve") {
  CHECK(scalar_text_like("乙", Style::DoubleQuoted, Context::Block) == "\"乙\"");
  CHECK(scalar_text_like("it's", Style::SingleQuoted, Context::Block) == "'it''s'");
  CHECK(scalar_text_like("a\nb", Style::SingleQuoted, Context::Block) == "\"a\\nb\"");
  CHECK(scalar_text_like("乙", Style::Plain, Context::Block) == "乙");
  CHECK(scalar_text_like("乙", Style::Literal, Context::Block) == "乙");
}

TEST_CASE("any text is read back by our reader and by yaml-cpp, as value, key and entry") {
  Dice dice(5);
  for (int i = 0; i < 20'000; ++i) {
    std::string text = Generator::scalar(dice);
    if (dice.chance(10)) text += dice.chance(50) ? "\n" : "\t";
    if (dice.chance(5)) text.insert(0, "\u2028");
    const std::string block = scalar_text(text) + ": " + scalar_text(text) + "\n";
    const std::string flow = "[" + scalar_text(text, Context::Flow) + ", {" +
                             scalar_text(text, Context::Flow) + ": " +
                             scalar_text(text, Context::Flow) + "}]\n";
    const std::string quoted = double_quoted(text);
    REQUIRE_MESSAGE(meaning(block) == "{" + quoted + ": " + quoted + "}", block);
    REQUIRE_MESSAGE(meaning(flow) == "[" + quoted + ", {" + quoted + ": " + quoted + "}]", flow);
    const YAML::Node other = YAML::Load(block + "z: " + flow);
    REQUIRE_MESSAGE(other[text].Scalar() == text, block);
    REQUIRE_MESSAGE(other["z"][0].Scalar() == text, flow);
    REQUIRE_MESSAGE(other["z"][1][text].Scalar() == text, flow);
  }
}
