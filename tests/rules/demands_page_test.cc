#include <doctest/doctest.h>

#include <set>

#include "example_workspace.h"

namespace catalog::test {

namespace {

/// What stands between back quotes in the column of rules, line by line.
std::vector<std::set<std::string>> rules_of_page(const std::string& file) {
  std::vector<std::set<std::string>> out;
  for (const std::string& line : lines_of(bytes_of(source_folder() / "docs" / file))) {
    if (!line.starts_with("| ") || line.find(" | ") == line.npos) continue;
    const size_t from = line.find(" | ") + 3, to = line.find(" | ", from);
    std::set<std::string>& rules = out.emplace_back();
    for (size_t at = line.find('`', from); at < to; at = line.find('`', at + 1)) {
      const size_t end = line.find('`', at + 1);
      rules.insert(line.substr(at + 1, end - at - 1));
      at = end;
    }
  }
  return out;
}

}  // namespace

TEST_CASE("the page of demands names rules that exist, the same in both languages") {
  const auto english = rules_of_page("demands.md");
  CHECK(english == rules_of_page("demands.zh.md"));
  CHECK(english.size() > 40);
  for (const auto& rules : english) {
    for (const std::string& name : rules) {
      CAPTURE(name);
      const Rule* rule = find_rule(name);
      REQUIRE(rule);
      CHECK(rule->name == name);
    }
  }
}

TEST_CASE("every rule on content answers a demand of the page") {
  std::set<std::string> named;
  for (const auto& rules : rules_of_page("demands.md")) named.insert(rules.begin(), rules.end());
  for (const Rule* rule : all_rules()) {
    if (rule->family == Family::Form || rule->family == Family::Reference) continue;
    CAPTURE(rule->name);
    CHECK(named.contains(std::string(rule->name)));
  }
}

}  // namespace catalog::test
