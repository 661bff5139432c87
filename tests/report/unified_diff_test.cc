#include "report/unified_diff.h"

#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

using namespace catalog;

namespace {

/// An independent reading of a unified diff: the new text from the old one, or an empty optional
/// where it does not fit.
std::string patched(const std::string& before, const std::string& diff) {
  std::vector<std::string> old_lines;
  for (size_t at = 0; at < before.size();) {
    const size_t end = std::min(before.find('\n', at), before.size() - 1) + 1;
    old_lines.push_back(before.substr(at, end - at));
    at = end;
  }
  std::string out;
  size_t line = 0;
  for (size_t at = 0; at < diff.size();) {
    const size_t end = diff.find('\n', at);
    const std::string text = diff.substr(at, end - at);
    at = end + 1;
    const bool cut = diff.compare(at, 2, "\\ ") == 0;
    if (text.starts_with("---") || text.starts_with("+++") || text.starts_with("\\ ")) continue;
    if (text.starts_with("@@ -")) {
      size_t from = std::stoul(text.substr(4));
      const bool none = text.substr(0, text.find(" +")).ends_with(",0");
      for (const size_t until = none ? from : from - 1; line < until; line++)
        out += old_lines.at(line);
      continue;
    }
    const std::string content = text.substr(1) + (cut ? "" : "\n");
    if (text[0] != '+') REQUIRE(old_lines.at(line++) == content);
    if (text[0] != '-') out += content;
  }
  for (; line < old_lines.size(); line++) out += old_lines[line];
  return out;
}

}  // namespace

TEST_CASE("a changed line is shown with three lines around it") {
  CHECK(unified_diff("a.yaml", "1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nfive\n6\n7\n8\n9\n") ==
        "--- a.yaml\n+++ a.yaml\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n");
  CHECK(unified_diff("a.yaml", "same\n", "same\n").empty());
}

TEST_CASE("a diff read by other code gives the new text, for ten thousand pairs") {
  std::mt19937 dice(5);
  for (int i = 0; i < 10'000; i++) {
    std::string before, after;
    for (int n = static_cast<int>(dice() % 24); n > 0; n--) {
      const std::string line(1, static_cast<char>('a' + dice() % 4));
      const auto what = dice() % 6;
      if (what != 0) before += line + "\n";
      if (what == 1) continue;
      after += (what == 2 ? "新" + line : line) + "\n";
    }
    if (dice() % 5 == 0 && !before.empty()) before.pop_back();
    if (dice() % 5 == 0 && !after.empty()) after.pop_back();
    const std::string diff = unified_diff("x", before, after);
    CAPTURE(before);
    CAPTURE(after);
    CAPTURE(diff);
    REQUIRE((diff.empty() ? before : patched(before, diff)) == after);
  }
}
