#include <ctime>

#include "yaml/support.h"

using namespace catalog;
using namespace catalog::yaml;

namespace {

std::string repeated(std::string_view part, size_t times) {
  std::string text;
  text.reserve(part.size() * times);
  for (size_t i = 0; i < times; ++i) text += part;
  return text;
}

/// Seconds of the processor that reading takes: others may be using the machine.
double seconds_of(const std::string& text, const Limits& limits,
                  std::expected<void, SyntaxProblem>& read) {
  Tree tree;
  const std::clock_t begin = std::clock();
  read = parse(text, tree, Comments::Keep, limits);
  return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
}

/// What reading an ordinary text of 500 KB takes on this machine, now.
double ordinary() {
  std::expected<void, SyntaxProblem> read;
  const double taken = seconds_of(repeated("- topic: 低保\n", 30'000), {}, read);
  REQUIRE(read.has_value());
  return taken;
}

/// The problem of a text, of at most 100 MB, that must be refused without long work.
SyntaxProblem refused(const std::string& text, const Limits& limits = {}) {
  std::expected<void, SyntaxProblem> read;
  const double taken = seconds_of(text, limits, read);
  REQUIRE_FALSE(read.has_value());
  // A machine may be slow: a second is long only if an ordinary text does not take as long.
  if (taken > 1) CHECK(taken < 50 * ordinary());
  return read.error();
}

}  // namespace

TEST_CASE("nesting without end is refused before it becomes slow") {
  for (const size_t depth : {100, 10'000, 100'000}) {
    for (const std::string_view open : {"[", "{a: ", "- ", "? ", "[\n", "{[", "- - "}) {
      CAPTURE(depth);
      CAPTURE(open);
      CHECK(refused(repeated(open, depth)).kind == SyntaxKind::Limit);
    }
  }
}

TEST_CASE("nesting down to the limit is read and one level more is not") {
  Tree tree;
  CHECK(parse(repeated("[", 64) + repeated("]", 64), tree));
  const auto found = refused(repeated("[", 65) + repeated("]", 65));
  CHECK(found.kind == SyntaxKind::Limit);
  CHECK(found.at.begin == 64);
}

TEST_CASE("block nesting by indentation is refused too") {
  std::string text;
  for (int i = 0; i < 3'000; ++i) text += std::string(i, ' ') + "a:\n";
  CHECK(refused(text).kind == SyntaxKind::Limit);
}

TEST_CASE("an alias bomb is refused") {
  std::string text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n";
  for (int i = 1; i < 60; ++i) {
    const std::string before = "*a" + std::to_string(i - 1);
    text += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [" + before;
    for (int n = 0; n < 8; ++n) text += ", " + before;
    text += "]\n";
  }
  const auto found = refused(text);
  CHECK(found.kind == SyntaxKind::Limit);
  CHECK(found.message.in(Lang::Zh).find("展开") != std::string::npos);
}

TEST_CASE("aliases that nest deeper than the limit are refused") {
  std::string text = "a0: &a0 [x]\n";
  for (int i = 1; i < 100; ++i)
    text += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [*a" + std::to_string(i - 1) +
            "]\n";
  CHECK(refused(text).kind == SyntaxKind::Limit);
}

TEST_CASE("too many aliases are refused") {
  CHECK(refused("a: &a x\nb: [" + repeated("*a,", 10'001) + "]\n").kind == SyntaxKind::Limit);
}

TEST_CASE("a key repeated a million times is refused") {
  CHECK(refused(repeated("a: 1\n", 1'000'000)).kind == SyntaxKind::Limit);
}

TEST_CASE("a value of 100 MB is refused by its size") {
  const std::string text = "a: " + std::string(100'000'000, 'x') + "\n";
  CHECK(refused(text).kind == SyntaxKind::Limit);
}

TEST_CASE("a value over its own limit is refused at its place") {
  const auto found = refused("a: " + repeated("低", 400'000) + "\n");
  CHECK(found.kind == SyntaxKind::Limit);
  CHECK(found.at.begin == 3);
}

TEST_CASE("each limit refuses what passes it by one") {
  const std::string text = "a: [x, y, z]\nb: c\n";  // 8 nodes
  Tree tree;
  CHECK(parse(
      text, tree, Comments::Skip,
      {.depth = 2, .bytes = 18, .nodes = 8, .scalar_bytes = 1, .pairs = 2, .expanded_nodes = 8}));
  CHECK(refused(text, {.depth = 1}).kind == SyntaxKind::Limit);
  CHECK(refused(text, {.bytes = 17}).kind == SyntaxKind::Limit);
  CHECK(refused(text, {.nodes = 7}).kind == SyntaxKind::Limit);
  CHECK(refused(text, {.pairs = 1}).kind == SyntaxKind::Limit);
  CHECK(refused(text, {.expanded_nodes = 7}).kind == SyntaxKind::Limit);
  CHECK(refused("a: bc\n", {.scalar_bytes = 1}).kind == SyntaxKind::Limit);
}

TEST_CASE("an alias to what it stands in is refused") {
  const auto found = refused("a: &x\n  b: [*x]\n");
  CHECK(found.kind == SyntaxKind::Syntax);
  CHECK(found.at == Span{12, 14});
  CHECK(found.opened_at == Span{3, 5});
}

TEST_CASE("long lines of errors are explained quickly") {
  CHECK(refused("a: [" + repeated("低保，", 100'000)).kind == SyntaxKind::Syntax);
  CHECK(refused(repeated("低保\n", 300'000) + "a: b\n").kind != SyntaxKind::Encoding);
  CHECK(refused("a: \"" + repeated("低保\n", 300'000)).kind == SyntaxKind::Syntax);
}
