#include "source/child_process.h"

#include <doctest/doctest.h>

#include <chrono>

using namespace catalog;

namespace {

ChildRun run(const std::string& script, unsigned patience = 20,
             std::function<size_t()> progress = {}) {
  const auto done = run_child({{"/bin/sh", "-c", script}, {"WORD=给定"}, patience, progress});
  REQUIRE(done.has_value());
  return *done;
}

double seconds_of(const std::function<void()>& work) {
  const auto start = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

}  // namespace

TEST_CASE("a program's output of both streams, its exit code and its variables") {
  const ChildRun done = run("echo $WORD; echo wrong >&2; exit 7");
  CHECK(done.output == "给定\nwrong\n");
  CHECK(done.status == 7);
  CHECK_FALSE(done.stopped);
  CHECK(run("kill -TERM $$").status == 128 + 15);
  CHECK(run("i=0; while [ $i -lt 20000 ]; do echo 0123456789; i=$((i+1)); done").output.size() ==
        220000);
}

TEST_CASE("without a sign of life it is ended with all that it started") {
  ChildRun done;
  const double took =
      seconds_of([&] { done = run("sh -c 'echo started; sleep 60' & wait; sleep 60", 1); });
  CHECK(done.stopped);
  CHECK(done.output == "started\n");
  CHECK(took < 30);
}

TEST_CASE("what it prints, and what it gets done, are signs of life") {
  CHECK_FALSE(run("for i in 1 2 3 4; do sleep 0.6; echo $i; done", 2).stopped);
  size_t count = 0;
  CHECK_FALSE(run("sleep 4", 3, [&] { return ++count; }).stopped);
  CHECK(count > 1);
}

TEST_CASE("a program that is not there can't be run") {
  CHECK_FALSE(run_child({{"/nowhere/soffice"}, {}, 1, {}}).has_value());
  CHECK(find_program("sh").has_value());
  CHECK_FALSE(find_program("no-such-program-of-catalog").has_value());
}
