#include "text/symbol.h"

#include <doctest/doctest.h>

#include <atomic>
#include <string>
#include <thread>
#include <vector>

#include "text/symbol_memo.h"

using namespace catalog;

TEST_CASE("equal texts are one symbol, different texts two") {
  CHECK(Symbol::of("社会救助") == Symbol::of(std::string("社会") + "救助"));
  CHECK(Symbol::of("社会救助") != Symbol::of("社会保险"));
  CHECK(Symbol::of("社会救助").view() == "社会救助");
}

TEST_CASE("the empty text is the default symbol, number 0") {
  CHECK(Symbol::of("") == Symbol());
  CHECK(Symbol().empty());
  CHECK(Symbol().view().empty());
  CHECK(Symbol().number() == 0);
}

TEST_CASE("numbers are dense and each symbol's own") {
  const uint32_t before = symbol_count();
  const Symbol first = Symbol::of("numbers are dense 1");
  const Symbol second = Symbol::of("numbers are dense 2");
  CHECK(Symbol::of("numbers are dense 1").number() == first.number());
  CHECK(first.number() == before + 1);
  CHECK(second.number() == before + 2);
  CHECK(symbol_count() == before + 2);
}

TEST_CASE("threads that intern the same texts get the same symbols") {
  constexpr size_t kTexts = 20'000;
  std::vector<Symbol> left(kTexts), right(kTexts);
  const auto intern = [](std::vector<Symbol>& symbols) {
    for (size_t at = 0; at < kTexts; ++at) symbols[at] = Symbol::of("text " + std::to_string(at));
  };
  std::thread other([&] { intern(right); });
  intern(left);
  other.join();
  CHECK(left == right);
  CHECK(left[kTexts - 1].view() == "text 19999");
}

TEST_CASE("texts of any length stay as they are, whichever threads made them and have ended") {
  const auto text_of = [](size_t thread, size_t at) {
    const size_t size = at % 7 == 0 ? 30'000 : at % 300;  // some longer than a chunk's quarter
    return std::to_string(thread) + ":" + std::to_string(at) + std::string(size, 'x');
  };
  constexpr size_t kThreads = 12, kTexts = 100;
  std::vector<std::vector<Symbol>> made(kThreads);
  for (size_t thread = 0; thread < kThreads; thread += 2) {
    const auto make = [&](size_t index) {
      for (size_t at = 0; at < kTexts; at++) made[index].push_back(Symbol::of(text_of(index, at)));
    };
    std::thread one(make, thread), other(make, thread + 1);
    one.join();
    other.join();
  }
  for (size_t thread = 0; thread < kThreads; thread++) {
    for (size_t at = 0; at < kTexts; at++) CHECK((made[thread][at].view() == text_of(thread, at)));
  }
}

TEST_CASE("a memo computes a value once and returns it ever after") {
  SymbolMemo<std::string> memo;
  int computed = 0;
  const auto compute = [&](std::string_view text) {
    computed++;
    return std::string(text) + "!";
  };
  const std::string& first = memo.get(Symbol::of("memo"), compute);
  CHECK(first == "memo!");
  CHECK(&memo.get(Symbol::of("memo"), compute) == &first);
  CHECK(computed == 1);
  CHECK(memo.get(Symbol(), compute) == "!");
}

TEST_CASE("a byte is remembered for each symbol, the empty one too") {
  SymbolBytes bytes;
  int computed = 0;
  const auto size_of = [&](std::string_view text) {
    computed++;
    return static_cast<uint8_t>(text.size() + 1);
  };
  for (int turn = 0; turn < 2; turn++) {
    CHECK(bytes.get(Symbol(), size_of) == 1);
    for (size_t at = 0; at < 10'000; at++) {
      const std::string text = "byte " + std::to_string(at);
      CHECK((bytes.get(Symbol::of(text), size_of) == text.size() + 1));
    }
  }
  CHECK(computed == 10'001);
}
