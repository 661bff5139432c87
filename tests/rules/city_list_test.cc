#include <doctest/doctest.h>

#include "example_workspace.h"

namespace catalog::test {

namespace {

/// A list of the city's department: one item, with these fields changed.
std::string city_list(std::string_view changes) {
  return "# file: lists/civil-affairs/social-assistance.yaml\n"
         "kind: list\n"
         "domain: social-assistance\n"
         "unit: civil-affairs\n"
         "version: \"2020.1\"\n"
         "items:\n"
         "  - id: \"6\"\n"
         "    guideline: social-assistance/6\n"
         "    topic: 最低生活保障\n"
         "    subtopic: 审批信息\n"
         "    elements: [低保对象名单及相关信息]\n"
         "    basis: [《中华人民共和国政府信息公开条例》（国务院令第711号）]\n"
         "    deadline: 信息形成之日起10个工作日内\n"
         "    publisher: 上海市民政局\n"
         "    channels: [政府公报]\n"
         "    audience: 全社会\n"
         "    mode: 主动\n"
         "    levels: [市级]\n"
         "# file: lists/civil-affairs/social-assistance.yaml item 6\n" +
         std::string(changes);
}

Validation validated_city(std::string_view changes) {
  MemoryFileSystem files;
  put_example(files);
  lay_over(files, city_list(changes));
  return validated(files);
}

}  // namespace

TEST_CASE("a city department's list is not asked for rows, levels or channels") {
  CHECK(text_of(validated_city("").findings) == "");
}

TEST_CASE("elements, deadline, mode, audience and basis only warn on a city department's list") {
  const Validation validation = validated_city(
      "    elements: [咨询电话]\n"
      "    basis: [《社会救助暂行办法》（国务院令第649号）]\n"
      "    deadline: 信息形成之日起30个工作日内\n"
      "    audience: 特定群体（申请人）\n"
      "    mode: 依申请\n"
      "    ground: 《中华人民共和国政府信息公开条例》第十五条\n"
      "    review: \"2022-12-31\"\n");
  std::vector<std::string_view> rules;
  for (const Finding& finding : validation.findings) {
    CHECK(finding.severity == Severity::Warning);
    rules.push_back(finding.rule);
  }
  std::ranges::sort(rules);
  CHECK(rules == std::vector<std::string_view>{"audience-narrower", "basis-missing",
                                               "deadline-longer", "element-missing",
                                               "mode-narrower"});
}

TEST_CASE("a city department's list may say <区> of the districts' bodies") {
  CHECK(text_of(validated_city("    publisher: {市级: 上海市民政局, 区级: <区>民政局}\n"
                               "    levels: [市级, 区级]\n")
                    .findings) == "");
}

TEST_CASE("a city department's item without a guideline row is compared to none") {
  const Validation validation = validated_city(
      "    guideline: []\n"
      "    mode: 依申请\n"
      "    ground: 《中华人民共和国政府信息公开条例》第十五条\n"
      "    review: \"2022-12-31\"\n");
  CHECK(text_of(validation.findings) == "");
}

TEST_CASE("a street's list is asked for the rows of its level, a district's for its own") {
  MemoryFileSystem files;
  put_example(files);
  const std::string list = files.files().at("/example/lists/310104/social-assistance.yaml");
  const auto missing = [&](const std::string& unit, const std::string& id) {
    std::string other = list;
    other.replace(other.find("\"310104\""), 8, "\"" + unit + "\"");
    const size_t from = other.find("  - id: \"" + id + "\"");
    const size_t to = std::min(other.find("\n  - ", from), other.size() - 1);
    other.erase(from, to + 1 - from);
    files.put("/example/lists/310104/social-assistance.yaml", other);
    size_t count = 0;
    for (const Finding& finding : validated(files).findings)
      count += finding.rule == "item-missing";
    return count;
  };
  CHECK(missing("310104003", "5") == 1);  // row 5 is for streets and towns only
  CHECK(missing("310104", "5") == 0);
  CHECK(missing("310104", "6") == 1);
}

}  // namespace catalog::test
