#include <doctest/doctest.h>

#include <set>

#include "publish/build.h"
#include "rules/example_workspace.h"

namespace catalog::test {

namespace {

/// The rules of the findings that building the example workspace with `example` laid over it gives.
std::set<std::string_view> rules_at_build(std::string_view example) {
  MemoryFileSystem files;
  put_example(files);
  lay_over(files, example);
  ValidateOptions how = options();
  how.only_rules = {"syntax"};  // what validate finds is tried elsewhere
  const Validation validation = validated(files, how);
  BuildOptions options;
  options.formats = {PublishFormat::Xlsx};
  const auto built = build(ValidatedWorkspace::of(validation, true).value(), files, options);
  REQUIRE(built.has_value());
  std::set<std::string_view> out;
  for (const Finding& finding : built->findings) {
    out.insert(finding.rule);
    CHECK(find_rule(finding.rule)->at_build);
    CHECK(finding.severity == find_rule(finding.rule)->severity);
  }
  return out;
}

}  // namespace

TEST_CASE("a rule of the build finds its bad example, and nothing in its good one") {
  size_t tried = 0;
  for (const Rule* rule : all_rules()) {
    if (!rule->at_build) continue;
    CAPTURE(rule->name);
    CHECK(rules_at_build(rule->bad) == std::set<std::string_view>{rule->name});
    CHECK(rules_at_build(rule->good).empty());
    tried++;
  }
  CHECK(tried >= 8);
}

}  // namespace catalog::test
