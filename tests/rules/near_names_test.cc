#include "rules/near_names.h"

#include <doctest/doctest.h>

#include <random>
#include <set>

#include "text/similarity.h"
#include "text/utf8.h"

namespace catalog::test {

namespace {

std::u32string name_of(std::mt19937& dice, size_t length) {
  std::u32string out;
  for (size_t i = 0; i < length; i++) out += static_cast<char32_t>(0x4E00 + dice() % 800);
  return out;
}

/// Names of which every fourth is a near copy of the one before it.
std::vector<std::u32string> some_names(size_t count) {
  std::mt19937 dice(20200630);
  std::vector<std::u32string> out;
  while (out.size() < count) {
    std::u32string name = name_of(dice, 12 + dice() % 12);
    if (out.size() % 4 == 3) {
      name = out.back();
      name[dice() % name.size()] = U'〇';
    }
    out.push_back(std::move(name));
  }
  return out;
}

std::set<std::pair<uint32_t, uint32_t>> by_comparing_all(const std::vector<std::u32string>& names) {
  std::set<std::pair<uint32_t, uint32_t>> out;
  for (uint32_t i = 0; i < names.size(); i++) {
    for (uint32_t k = 0; k < i; k++) {
      if (similarity(names[k], names[i]) >= 0.9) out.insert({k, i});
    }
  }
  return out;
}

}  // namespace

TEST_CASE("the index finds the near names that comparing each with each finds") {
  const auto names = some_names(600);
  std::set<std::pair<uint32_t, uint32_t>> found;
  for (const NearPair& pair : near_names(names, 0.9)) {
    CHECK(pair.score == similarity(names[pair.first], names[pair.second]));
    CHECK(found.insert({pair.first, pair.second}).second);
  }
  const auto all = by_comparing_all(names);
  CHECK(all.size() >= 140);
  CHECK(found == all);
}

TEST_CASE("the work grows with the number of names, even where all are alike") {
  const auto steps = [](const std::vector<std::u32string>& names) {
    NearSteps count;
    near_names(names, 0.9, &count);
    return static_cast<double>(count.candidates) / static_cast<double>(names.size());
  };
  CHECK(steps(some_names(20000)) <= 1.1 * steps(some_names(2000)) + 1);
  // Ten thousand penalties whose names differ by a number alone.
  const auto alike = [](size_t count) {
    std::vector<std::u32string> out;
    for (size_t i = 0; i < count; i++)
      out.push_back(U"对违反规定第" + to_code_points(std::to_string(i)) + U"项行为的处罚");
    return out;
  };
  CHECK(steps(alike(20000)) < 64);
}

}  // namespace catalog::test
