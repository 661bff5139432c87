// What libyaml gets wrong or reports badly, each with the reading that the project gives.

#include "yaml/support.h"

using namespace catalog;
using namespace catalog::yaml;

namespace {

SyntaxProblem problem(const std::string& text) {
  Tree tree;
  auto read = parse(text, tree);
  REQUIRE_MESSAGE(!read.has_value(), text);
  CHECK(tree.empty());
  return read.error();
}

std::string utf16(std::u16string_view text, bool little) {
  std::string bytes;
  for (const char16_t unit : text) {
    const char low = static_cast<char>(unit & 0xFF), high = static_cast<char>(unit >> 8);
    bytes += little ? low : high;
    bytes += little ? high : low;
  }
  return bytes;
}

}  // namespace

TEST_CASE("an invalid byte is named at its own place") {
  const auto found = problem("kind: list\ntopic: 低\xE4\xBF保\n");
  CHECK(found.kind == SyntaxKind::Encoding);
  CHECK(found.at == Span{21, 22});
  CHECK(found.message.in(Lang::Zh).find("0xE4") != std::string::npos);
  CHECK(found.advice.in(Lang::Zh).find("UTF-8") != std::string::npos);
}

TEST_CASE("a GB18030 file is named as what it is") {
  // 类型: 事项清单\n一级事项: 最低生活保障\n
  const auto found = problem(
      "\xC0\xE0\xD0\xCD: \xCA\xC2\xCF\xEE\xC7\xE5\xB5\xA5\n\xD2\xBB\xBC\xB6\xCA\xC2\xCF\xEE: "
      "\xD7\xEE\xB5\xCD\xC9\xFA\xBB\xEE\xB1\xA3\xD5\xCF\n");
  CHECK(found.kind == SyntaxKind::Encoding);
  CHECK(found.at.begin == 0);
  CHECK(found.message.in(Lang::Zh).find("GB18030") != std::string::npos);
  CHECK(found.advice.in(Lang::Zh).find("另存为") != std::string::npos);
}

TEST_CASE("a UTF-16 file is named as what it is, with and without byte order mark") {
  for (const bool little : {true, false}) {
    for (const std::u16string_view text : {u"\uFEFFkind: list\ntopic: 低保\n", u"kind: list\n"}) {
      const auto found = problem(utf16(text, little));
      CHECK(found.kind == SyntaxKind::Encoding);
      CHECK(found.message.in(Lang::Zh).find("UTF-16") != std::string::npos);
    }
  }
}

TEST_CASE("invisible characters are refused at their place") {
  const std::pair<std::string, std::string> cases[] = {
      {std::string("\0", 1), "U+0000"},
      {"\x1B", "U+001B"},
      {"\x7F", "U+007F"},
      {"\u0090", "U+0090"},
      {"\u0085", "U+0085"},
      {"\u2028", "U+2028"},
      {"\u2029", "U+2029"},
      {"\uFEFF", "U+FEFF"},
      {"\uFFFE", "U+FFFE"},
      {"\uFFFF", "U+FFFF"},
  };
  for (const auto& [character, name] : cases) {
    for (const size_t filler : {0, 61, 62, 63, 64, 200}) {
      const std::string before = "a: 低" + std::string(filler, 'x');
      const auto found = problem(before + character + "保\n");
      CHECK(found.kind == SyntaxKind::Encoding);
      CHECK(found.at == Span{static_cast<uint32_t>(before.size()),
                             static_cast<uint32_t>(before.size() + character.size())});
      CHECK(found.message.in(Lang::En).find(name) != std::string::npos);
    }
  }
}

TEST_CASE("characters next to the forbidden ones are text") {
  for (const std::string text : {"\u00A0", "\u2027", "\u202A", "\uFEFE", "\uFF00", "\uFFFD", "“”",
                                 "（）", "\t", "é", "𠮷"}) {
    for (const size_t filler : {0, 61, 62, 63, 64, 200}) {
      const std::string value = std::string(filler, 'x') + "低" + text + "保";
      CHECK(meaning("a: \"" + value + "\"\n") == "{\"a\": " + double_quoted(value) + "}");
    }
  }
}

TEST_CASE("a tab inside a quoted or plain value is text") {
  CHECK(meaning("a: \"b\tc\"\nd: e\tf\n") == R"({"a": "b\tc", "d": "e\tf"})");
}

TEST_CASE("an empty text, and one of comments only, is an empty tree") {
  for (const std::string text :
       {"", "\n", "# 注释\n", "\xEF\xBB\xBF", "\xEF\xBB\xBF# 注释", "\r\n\r\n"}) {
    Tree tree;
    CHECK(parse(text, tree));
    CHECK(tree.empty());
  }
}

TEST_CASE("a second document is refused where it begins") {
  const auto found = problem("a: 低保\n---\nb: c\n");
  CHECK(found.kind == SyntaxKind::Documents);
  CHECK(found.at == Span{10, 13});
}

TEST_CASE("one document may have its marks") {
  CHECK(meaning("%YAML 1.2\n---\na: b\n...\n") == R"({"a": "b"})");
}

TEST_CASE("doubled keys are kept for the rules to see") {
  Tree tree;
  REQUIRE(parse("a: 1\nb: 2\na: 3\n", tree));
  CHECK(tree[tree.root()].child_count == 6);
}

TEST_CASE("line breaks of every kind count as editors count them") {
  const std::string text = "a: 1\r\nb: 2\nc: [\r\n";
  Tree tree;
  const auto read = parse(text, tree);
  REQUIRE_FALSE(read.has_value());
  CHECK(position(text, read.error().opened_at->begin) == "3:4");
}
