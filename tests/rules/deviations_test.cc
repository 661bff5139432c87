#include <doctest/doctest.h>

#include "example_workspace.h"

namespace catalog::test {

namespace {

constexpr std::string_view kHead = "# file: lists/310104/social-assistance.yaml item 6\n";
constexpr std::string_view kLate = "    deadline: 信息形成之日起15个工作日内\n";
constexpr std::string_view kApproved = "approved: {by: 上海市民政局, on: \"2020-09-01\"}";

/// `severity rule` of each finding, sorted, with a deviation on an item that is late.
std::vector<std::string> found(const std::string& deviation, Date as_of = *Date::of(2020, 12, 31),
                               std::string_view item = kLate) {
  MemoryFileSystem files;
  put_example(files);
  lay_over(files, std::string(kHead) + std::string(item) + "    deviation: " + deviation + "\n");
  ValidateOptions how = options();
  how.as_of = as_of;
  std::vector<std::string> out;
  for (const Finding& finding : validated(files, how).findings)
    out.push_back(std::string(severity_word(finding.severity).en) + " " +
                  std::string(finding.rule));
  std::ranges::sort(out);
  return out;
}

std::string with(std::string_view what, std::string_view more = kApproved) {
  return "{" + std::string(what) + ", reason: 系统改造, " + std::string(more) + "}";
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("a deviation holds on its last day, and no longer") {
  const std::string until = with("rules: [deadline-longer], until: \"2020-12-31\"");
  CHECK(found(until, *Date::of(2020, 12, 30)) == Lines{});
  CHECK(found(until, *Date::of(2020, 12, 31)) == Lines{});
  CHECK(found(until, *Date::of(2021, 1, 1)) ==
        Lines{"error deadline-longer", "warning deviation-expired"});
}

TEST_CASE("a last day that can't be read covers nothing") {
  CHECK(found(with("rules: [deadline-longer], until: 年底")) ==
        Lines{"error deadline-longer", "error value-malformed"});
}

TEST_CASE("an approval counts from its day on, and needs someone who gave it") {
  const std::string deviation = with("rules: [deadline-longer]");
  CHECK(found(deviation, *Date::of(2020, 9, 1)) == Lines{});
  CHECK(found(deviation, *Date::of(2020, 8, 31)) ==
        Lines{"note deviation-unapproved", "warning deadline-longer"});
  const Lines nobody = found(with("rules: [deadline-longer]", "approved: {on: \"2020-09-01\"}"));
  CHECK(std::ranges::find(nobody, "warning deadline-longer") != nobody.end());
}

TEST_CASE("rules are named in either language, and only those that are named are covered") {
  CHECK(found(with("rules: [公开时限长于指引要求]")) == Lines{});
  CHECK(found(with("rules: [channel-missing]")) ==
        Lines{"error deadline-longer", "warning deviation-unused"});
  CHECK(found(with("rules: [deadline-longr]")) ==
        Lines{"error deadline-longer", "error rule-unknown"});
}

TEST_CASE("values cover what has one of them, in any spelling that compares alike") {
  CHECK(found(with("rules: [deadline-longer], values: [信息形成之日起 15 个工作日内]")) == Lines{});
  CHECK(found(with("rules: [deadline-longer], values: [信息形成之日起16个工作日内]")) ==
        Lines{"error deadline-longer", "warning deviation-unused"});
}

TEST_CASE("each rule and value that covers nothing is reported, the deviation once if none does") {
  CHECK(found(with("rules: [deadline-longer, channel-missing]")) ==
        Lines{"warning deviation-unused"});
  CHECK(found(with("rules: [deadline-longer], values: [信息形成之日起15个工作日内, 半年]")) ==
        Lines{"warning deviation-unused"});
  CHECK(found(with("rules: [level-missing, channel-missing]"), *Date::of(2020, 12, 31), "") ==
        Lines{"warning deviation-unused"});
}

TEST_CASE("of two deviations for one finding both are used, and one approval is enough") {
  CHECK(found("[" + with("rules: [deadline-longer]") + ", " + with("rules: [deadline-longer]") +
              "]") == Lines{});
  CHECK(found("[" + with("rules: [deadline-longer]") +
              ", {rules: [deadline-longer], reason: 待报批}]") ==
        Lines{"note deviation-unapproved"});
}

TEST_CASE("a rule that doesn't run can't show that a deviation is unused") {
  MemoryFileSystem files;
  put_example(files);
  lay_over(files, std::string(kHead) + "    deviation: " + with("rules: [deadline-longer]") + "\n");
  ValidateOptions how = options();
  how.skip_rules = {"deadline-longer"};
  CHECK(text_of(validated(files, how).findings) == "");
  how.skip_rules = {};
  CHECK(validated(files, how).findings.size() == 1);
}

TEST_CASE("an omission holds until its day, then the row is missing again") {
  const auto rules = [](std::string_view until, Date as_of) {
    MemoryFileSystem files;
    put_example(files);
    const std::string path = "/example/standards/social-assistance.yaml";
    std::string text = files.files().at(path);
    text = text.substr(0, text.find("  - id: \"6\""));
    files.put(path, text + "omitted: [{guideline: social-assistance/6, reason: 待上级明确" +
                        std::string(until) + "}]\n");
    ValidateOptions how = options();
    how.as_of = as_of;
    Lines out;
    for (const Finding& finding : validated(files, how).findings)
      out.push_back(std::string(severity_word(finding.severity).en) + " " +
                    std::string(finding.rule));
    return out;
  };
  CHECK(rules("", *Date::of(2030, 1, 1)) == Lines{});
  CHECK(rules(", until: \"2020-12-31\"", *Date::of(2020, 12, 31)) == Lines{});
  CHECK(rules(", until: \"2020-12-31\"", *Date::of(2021, 1, 1)) == Lines{"error omission-expired"});
}

}  // namespace catalog::test
