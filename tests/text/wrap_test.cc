#include "text/wrap.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "text/columns.h"

namespace catalog::test {

namespace {

std::string without_breaks(std::string text) {
  std::erase_if(text, [](char c) { return c == '\n' || c == ' '; });
  return text;
}

}  // namespace

TEST_CASE("Chinese breaks anywhere but before closing and behind opening punctuation") {
  CHECK(wrapped("依申请公开，或者不予公开", 10) == "依申请公\n开，或者不\n予公开");
  CHECK(wrapped("公开依据《条例》", 10) == "公开依据\n《条例》");
  CHECK(wrapped("甲乙丙丁。", 8) == "甲乙丙\n丁。");
}

TEST_CASE("words of letters stay whole, and blanks at a break go") {
  CHECK(wrapped("a catalogue of items", 11) == "a catalogue\nof items");
  CHECK(wrapped("用catalog validate检查", 10) == "用catalog\nvalidate检\n查");
  CHECK(wrapped("unbreakable", 4) == "unbreakable");
}

TEST_CASE("lines that are there stay") {
  CHECK(wrapped("甲\n\n乙丙丁", 4) == "甲\n\n乙丙\n丁");
  CHECK(wrapped("甲乙丙丁", 0) == "甲乙丙丁");
  CHECK(wrapped("", 10) == "");
}

TEST_CASE("nothing but blanks and breaks is lost, and lines are no wider than asked") {
  const std::string text =
      "公开是原则，不公开是例外，例外要有《条例》第十四条至第十六条的依据（法定要求）。写明是哪一条"
      "。";
  for (uint32_t width = 4; width < 110; width++) {
    const std::string lines = wrapped(text, width);
    CHECK(without_breaks(lines) == text);
    for (size_t at = 0; at < lines.size();) {
      const size_t end = std::min(lines.find('\n', at), lines.size());
      if (width >= 8) CHECK(display_width(lines.substr(at, end - at)) <= width);
      at = end + 1;
    }
  }
}

}  // namespace catalog::test
