#include "model/version_order.h"

#include <doctest/doctest.h>

#include <random>
#include <string>

using namespace catalog;

namespace {

std::string random_version(std::mt19937& dice) {
  std::string out = std::to_string(2018 + dice() % 5);
  for (size_t more = dice() % 4; more > 0; more--) out += "." + std::to_string(dice() % 12);
  return out;
}

}  // namespace

TEST_CASE("the next version after changes of substance raises the number behind the first dot") {
  CHECK(next_version("2020.1", true) == "2020.2");
  CHECK(next_version("2020.9", true) == "2020.10");
  CHECK(next_version("2020.1.3", true) == "2020.2");
  CHECK(next_version("2020", true) == "2020.1");
  CHECK(next_version("2020.1", false) == "2020.1.1");
  CHECK(next_version("2020.1.3", false) == "2020.1.4");
  CHECK(next_version("2020", false) == "2020.0.1");
}

TEST_CASE("a year or the number behind the dot is raised by substance, anything by words alone") {
  CHECK(is_raised("2020.2", "2020.1", true));
  CHECK(is_raised("2021.1", "2020.7", true));
  CHECK(is_raised("2020.10", "2020.9.5", true));
  CHECK_FALSE(is_raised("2020.1.1", "2020.1", true));
  CHECK_FALSE(is_raised("2020.1", "2020.1", true));
  CHECK_FALSE(is_raised("2019.8", "2020.1", true));
  CHECK(is_raised("2020.1.1", "2020.1", false));
  CHECK_FALSE(is_raised("2020.1", "2020.1", false));
  CHECK_FALSE(is_raised("2020.1", "2020.1.1", false));
}

TEST_CASE("the next version is raised enough, and what is enough for substance is for words") {
  std::mt19937 dice(7);
  for (int round = 0; round < 2000; round++) {
    const std::string last = random_version(dice), other = random_version(dice);
    CAPTURE(last);
    CAPTURE(other);
    CHECK(is_raised(next_version(last, true), last, true));
    CHECK(is_raised(next_version(last, false), last, false));
    CHECK_FALSE(is_raised(next_version(last, false), last, true));
    if (is_raised(other, last, true)) CHECK(is_raised(other, last, false));
    CHECK_FALSE((is_raised(other, last, false) && is_raised(last, other, false)));
  }
}
