#include "source/source_text.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

using namespace catalog;

namespace {

std::vector<std::string> lines(std::string text) {
  const SourceText source("a.yaml", std::move(text));
  std::vector<std::string> all;
  for (uint32_t number = 1; number <= source.line_count(); ++number) {
    all.emplace_back(source.line(number));
  }
  return all;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("lines end at LF, CRLF or CR") {
  CHECK(lines("a\nb") == Lines{"a", "b"});
  CHECK(lines("a\r\nb\r\n") == Lines{"a", "b", ""});
  CHECK(lines("a\rb\n\rc") == Lines{"a", "b", "", "c"});
  CHECK(lines("a\r\r\nb") == Lines{"a", "", "b"});
  CHECK(lines("\n\n") == Lines{"", "", ""});
  CHECK(lines("") == Lines{""});
}

TEST_CASE("U+0085 and U+2028 end no line") {
  CHECK(lines("公\u0085开\u2028时\n限") == Lines{"公\u0085开\u2028时", "限"});
}

TEST_CASE("a default text has one empty line") {
  const SourceText source;
  CHECK(source.line_count() == 1);
  CHECK(source.line(1).empty());
  CHECK(source.position(ByteOffset{5}).line == 1);
}

TEST_CASE("there is no line 0 and none behind the last") {
  const SourceText source("a.yaml", "a\nb");
  CHECK(source.line(0).empty());
  CHECK(source.line(3).empty());
}

TEST_CASE("a position has the four columns") {
  const SourceText source("a.yaml", "items:\n  - topic: 𠮷野\t街道\n");
  const auto byte = static_cast<uint32_t>(source.text().find("街"));
  const Position position = source.position(ByteOffset{byte});
  CHECK(position.line == 2);
  CHECK(position.line_begin == ByteOffset{7});
  CHECK(position.column == CodePointColumn{15});
  CHECK(position.utf16 == Utf16Column{16});
  CHECK(position.display == DisplayColumn{17});
}

TEST_CASE("a line break belongs to the line it ends, behind the last column") {
  const SourceText source("a.yaml", "ab\r\ncd");
  CHECK(source.position(ByteOffset{2}).column == CodePointColumn{3});
  CHECK(source.position(ByteOffset{3}).column == CodePointColumn{3});
  CHECK(source.position(ByteOffset{3}).line == 1);
  CHECK(source.position(ByteOffset{4}).line == 2);
  CHECK(source.position(ByteOffset{4}).column == CodePointColumn{1});
}

TEST_CASE("a byte behind the text is clamped to its end") {
  const SourceText source("a.yaml", "ab\ncd");
  CHECK(source.position(ByteOffset{4000000000u}).line == 2);
  CHECK(source.position(ByteOffset{4000000000u}).column == CodePointColumn{3});
}

TEST_CASE("a byte order mark belongs to no line") {
  const SourceText source("a.yaml", "\xEF\xBB\xBFkind: list\n");
  CHECK(source.line(1) == "kind: list");
  CHECK(source.position(ByteOffset{3}).column == CodePointColumn{1});
  CHECK(source.position(ByteOffset{0}).column == CodePointColumn{1});
  CHECK(source.position(ByteOffset{9}).display == DisplayColumn{7});
}

TEST_CASE("positions never go back along a text") {
  std::mt19937 random(7);
  for (int round = 0; round < 200; ++round) {
    std::string text;
    for (size_t left = random() % 40; left > 0; --left) {
      constexpr const char* kParts[] = {"a", "公", "\n", "\r", "\r\n", "\t", "😀", "\xFF"};
      text += kParts[random() % 8];
    }
    const SourceText source("a.yaml", text);
    Position last;
    for (uint32_t byte = 0; byte <= text.size(); ++byte) {
      const Position here = source.position(ByteOffset{byte});
      REQUIRE(here.line >= last.line);
      if (here.line == last.line) REQUIRE(here.display >= last.display);
      REQUIRE(here.line_begin.value <= byte);
      REQUIRE(here.line == source.line_of(ByteOffset{byte}));
      last = here;
    }
    CHECK(last.line == source.line_count());
  }
}

TEST_CASE("lines of long texts are those that one finds by looking at each byte") {
  std::mt19937 random(20201231);
  const auto pick = [&](size_t count) {
    return std::uniform_int_distribution<size_t>(0, count - 1)(random);
  };
  for (int turn = 0; turn < 300; turn++) {
    const bool with_cr = turn % 3 != 0;
    std::string text = turn % 5 == 0 ? "\xEF\xBB\xBF" : "";
    const size_t size = pick(6000), gap = 1 + pick(400);
    while (text.size() < size) {
      const size_t what = pick(with_cr ? 4 : 2);
      text += what == 0 ? "公开" : what == 1 ? "\n" : what == 2 ? "\r" : "\r\n";
      text.append(pick(gap), 'a');
    }
    std::vector<std::pair<size_t, size_t>> naive;  // of each line: begin, end
    size_t begin = turn % 5 == 0 ? 3 : 0;
    for (size_t at = begin; at < text.size(); at++) {
      if (text[at] != '\n' && text[at] != '\r') continue;
      naive.emplace_back(begin, at);
      if (text[at] == '\r' && text[at + 1] == '\n') at++;
      begin = at + 1;
    }
    naive.emplace_back(begin, text.size());
    const SourceText source("a.yaml", text);
    REQUIRE(source.line_count() == naive.size());
    for (uint32_t i = 0; i < naive.size(); i++) {
      const auto [from, to] = naive[i];
      REQUIRE(source.line(i + 1) == std::string_view(text).substr(from, to - from));
      REQUIRE(source.line_of(ByteOffset{static_cast<uint32_t>(from)}) == i + 1);
      REQUIRE(source.line_of(ByteOffset{static_cast<uint32_t>(to)}) == i + 1);
      REQUIRE(source.position(ByteOffset{static_cast<uint32_t>(to)}).line_begin.value == from);
    }
  }
}

TEST_CASE("edits replace, insert and delete") {
  CHECK(apply_edits("公开期限", {{{6, 9}, "时"}}) == "公开时限");
  CHECK(apply_edits("ab", {{{1, 1}, "-"}}) == "a-b");
  CHECK(apply_edits("abc", {{{0, 1}, ""}, {{2, 3}, ""}}) == "b");
  CHECK(apply_edits("ab", {{{2, 2}, "!"}, {{0, 0}, "?"}}) == "?ab!");
  CHECK(apply_edits("", {{{0, 0}, "a"}}) == "a");
  CHECK(apply_edits("ab", {}) == "ab");
}

TEST_CASE("texts inserted at one place follow each other as in the list") {
  CHECK(apply_edits("ab", {{{1, 1}, "1"}, {{1, 1}, "2"}}) == "a12b");
}

TEST_CASE("edits that only touch are all applied") {
  CHECK(apply_edits("abcd", {{{2, 4}, "Y"}, {{0, 2}, "X"}, {{2, 2}, "-"}}) == "X-Y");
}

TEST_CASE("of two edits that overlap the later in the list is dropped") {
  CHECK(apply_edits("abcd", {{{1, 3}, "X"}, {{2, 4}, "Y"}}) == "aXd");
  CHECK(apply_edits("abcd", {{{2, 4}, "Y"}, {{1, 3}, "X"}}) == "abY");
  CHECK(apply_edits("abcd", {{{0, 4}, "X"}, {{1, 2}, "Y"}, {{2, 2}, "Z"}}) == "X");
  CHECK(apply_edits("abcd", {{{1, 2}, "Y"}, {{0, 4}, "X"}}) == "aYcd");
  CHECK(apply_edits("abcd", {{{2, 2}, "Z"}, {{0, 4}, "X"}}) == "abZcd");
  CHECK(apply_edits("abcd", {{{0, 1}, "X"}, {{0, 1}, "X"}}) == "Xbcd");
}

TEST_CASE("an edit beyond the text is dropped") {
  CHECK(apply_edits("ab", {{{1, 3}, "X"}, {{3, 3}, "Y"}, {{2, 1}, "Z"}}) == "ab");
}

TEST_CASE("disjoint edits in any order give what replacing from the end gives") {
  std::mt19937 random(8);
  for (int round = 0; round < 500; ++round) {
    std::string text;
    for (size_t left = random() % 60; left > 0; --left)
      text += static_cast<char>('a' + random() % 26);
    std::vector<Edit> edits;
    for (size_t at = 0; at < text.size();) {
      const size_t size = std::min<size_t>(1 + random() % 4, text.size() - at);
      if (random() % 2) {
        edits.push_back({{static_cast<uint32_t>(at), static_cast<uint32_t>(at + size)},
                         std::string(random() % 3, 'X')});
      }
      at += size;
    }
    std::string expected = text;
    for (size_t left = edits.size(); left > 0; --left) {
      const Edit& edit = edits[left - 1];
      expected.replace(edit.span.begin, edit.span.size(), edit.text);
    }
    std::shuffle(edits.begin(), edits.end(), random);
    CHECK(apply_edits(text, edits) == expected);
  }
}
