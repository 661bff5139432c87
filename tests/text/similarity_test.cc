#include "text/similarity.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "text/generated_text.h"
#include "text/utf8.h"

using namespace catalog;

namespace {

using Table = std::vector<std::vector<size_t>>;

/// The textbook table of longest common subsequences.
double plain_similarity(const std::string& a, const std::string& b) {
  const std::u32string left = to_code_points(a), right = to_code_points(b);
  if (left.empty() && right.empty()) return 1;
  Table table(left.size() + 1, std::vector<size_t>(right.size() + 1));
  for (size_t i = 1; i <= left.size(); ++i) {
    for (size_t j = 1; j <= right.size(); ++j) {
      table[i][j] = left[i - 1] == right[j - 1] ? table[i - 1][j - 1] + 1
                                                : std::max(table[i - 1][j], table[i][j - 1]);
    }
  }
  return 2.0 * static_cast<double>(table.back().back()) /
         static_cast<double>(left.size() + right.size());
}

/// The textbook table of optimal string alignment.
size_t plain_distance(const std::string& a, const std::string& b) {
  const std::u32string left = to_code_points(a), right = to_code_points(b);
  Table table(left.size() + 1, std::vector<size_t>(right.size() + 1));
  for (size_t i = 0; i <= left.size(); ++i) {
    for (size_t j = 0; j <= right.size(); ++j) {
      size_t& cell = table[i][j];
      if (i == 0 || j == 0) {
        cell = i + j;
        continue;
      }
      cell = std::min({table[i - 1][j] + 1, table[i][j - 1] + 1,
                       table[i - 1][j - 1] + (left[i - 1] != right[j - 1])});
      if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1]) {
        cell = std::min(cell, table[i - 2][j - 2] + 1);
      }
    }
  }
  return table.back().back();
}

}  // namespace

TEST_CASE("likeness goes from 0 for nothing in common to 1 for equal texts") {
  CHECK(similarity("", "") == 1);
  CHECK(similarity("低保", "低保") == 1);
  CHECK(similarity("低保", "环评") == 0);
  CHECK(similarity("低保", "") == 0);
  CHECK(similarity("审批信息", "审核信息") == doctest::Approx(0.75));
  CHECK(similarity("最低生活保障", "生活保障") == doctest::Approx(0.8));
}

TEST_CASE("likeness is that of the textbook, symmetric and within [0, 1]") {
  test::GeneratedTexts texts(4);
  for (const size_t longest : {8, 64, 66, 200}) {
    for (int round = 0; round < 100; ++round) {
      const std::string a = texts.text(longest), b = texts.text(longest);
      CAPTURE(a);
      CAPTURE(b);
      const double likeness = similarity(a, b);
      CHECK(likeness == plain_similarity(a, b));
      CHECK(likeness == similarity(b, a));
      CHECK(likeness >= 0);
      CHECK(likeness <= 1);
    }
  }
}

TEST_CASE("texts of two letters fill whole words of bits") {
  test::GeneratedTexts texts(5);
  for (const size_t length : {63, 64, 65, 127, 128, 129, 300}) {
    std::string a, b;
    for (size_t at = 0; at < length; ++at) {
      a += "ab"[texts.below(2)];
      b += "ab"[texts.below(2)];
    }
    CHECK(similarity(a, b) == plain_similarity(a, b));
  }
}

TEST_CASE("one insertion, deletion, substitution or swap is one edit") {
  CHECK(edit_distance("deadline", "deadline", 3) == 0);
  CHECK(edit_distance("deadline", "dedline", 3) == 1);
  CHECK(edit_distance("deadline", "deadlinee", 3) == 1);
  CHECK(edit_distance("deadline", "deadlime", 3) == 1);
  CHECK(edit_distance("deadline", "daedline", 3) == 1);
  CHECK(edit_distance("公开时限", "公开期限", 3) == 1);
  CHECK(edit_distance("公开主体", "主体公开", 4) == 4);
  CHECK(edit_distance("", "abc", 3) == 3);
}

TEST_CASE("beyond the limit the distance is the limit and one") {
  CHECK(edit_distance("abcdef", "uvwxyz", 2) == 3);
  CHECK(edit_distance("", "abc", 2) == 3);
  CHECK(edit_distance("a", "b", 0) == 1);
  CHECK(edit_distance("a", "a", 0) == 0);
}

TEST_CASE("the distance is that of the textbook, within every limit") {
  test::GeneratedTexts texts(6);
  for (int round = 0; round < 400; ++round) {
    std::string a, b;
    for (size_t left = texts.below(9); left > 0; --left) a += "abc"[texts.below(3)];
    for (size_t left = texts.below(9); left > 0; --left) b += "abc"[texts.below(3)];
    CAPTURE(a);
    CAPTURE(b);
    const size_t distance = plain_distance(a, b);
    for (size_t limit = 0; limit < 10; ++limit) {
      CHECK(edit_distance(a, b, limit) == std::min(distance, limit + 1));
    }
  }
}

TEST_CASE("a misspelt word is answered with the one that was meant") {
  constexpr std::array<std::string_view, 5> kWords{"deadline", "basis", "channels", "levels",
                                                   "公开时限"};
  CHECK(did_you_mean("dedaline", kWords) == "deadline");
  CHECK(did_you_mean("chanels", kWords) == "channels");
  CHECK(did_you_mean("公开期限", kWords) == "公开时限");
  CHECK(did_you_mean("Ｂａｓｉｓ", kWords) == "basis");
}

TEST_CASE("what is like nothing is answered with nothing") {
  constexpr std::array<std::string_view, 4> kWords{"deadline", "basis", "市", "ab"};
  CHECK_FALSE(did_you_mean("publisher", kWords));
  CHECK_FALSE(did_you_mean("区", kWords));
  CHECK_FALSE(did_you_mean("xy", kWords));
  CHECK_FALSE(did_you_mean("", kWords));
  CHECK_FALSE(did_you_mean("basis", {}));
}

TEST_CASE("of several near words the nearest is meant, of equally near the first") {
  constexpr std::array<std::string_view, 3> kWords{"validates", "validate", "validated"};
  CHECK(did_you_mean("validat", kWords) == "validate");
  CHECK(did_you_mean("validatex", kWords) == "validates");
}
