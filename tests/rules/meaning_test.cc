#include <doctest/doctest.h>

#include "example_workspace.h"

namespace catalog::test {

namespace {

Validation validated_item(const std::string& fields, std::string_view id = "6") {
  MemoryFileSystem files;
  put_example(files);
  lay_over(files,
           "# file: lists/310104/social-assistance.yaml item " + std::string(id) + "\n" + fields);
  return validated(files);
}

std::vector<std::string> rules(const std::string& fields, std::string_view id = "6") {
  std::vector<std::string> out;
  for (const Finding& finding : validated_item(fields, id).findings)
    out.push_back(std::string(severity_word(finding.severity).en) + " " +
                  std::string(finding.rule));
  return out;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("elements match by their form, and by likeness only with the match and its score") {
  CHECK(rules("    elements: [低保对象名单及相关信息]\n") == Lines{});
  CHECK(rules("    elements: [\"低保对象名单及相关信息；咨询电话\"]\n") == Lines{});
  const Validation similar = validated_item("    elements: [低保对象名单和相关信息]\n");
  REQUIRE(similar.findings.size() == 1);
  const Finding& finding = similar.findings.front();
  CHECK(finding.severity == Severity::Warning);
  REQUIRE(finding.match.has_value());
  CHECK(finding.match->text == "低保对象名单和相关信息");
  CHECK(finding.match->score > 0.9);
  CHECK(finding.match->score < 1);
  CHECK(rules("    elements: [咨询电话]\n") == Lines{"error element-missing"});
}

TEST_CASE("channels match by the vocabulary's aliases") {
  CHECK(rules("    channels: [区政府门户网站, 村（居）公示栏]\n") == Lines{});
  CHECK(rules("    channels: [政务新媒体, 村公示栏]\n") == Lines{"error channel-missing"});
}

TEST_CASE("publishers are known by the names of units, by level, and as placeholders") {
  CHECK(rules("    publisher: {区级: 天平路街道办事处, 街镇级: 天平路街道}\n") ==
        Lines{"warning publisher-level"});
  CHECK(rules("    publisher: {区级: <区>民政局, 街镇级: <街镇>}\n").size() == 2);
  CHECK(rules("    publisher: 上海市民政局\n") == Lines{"warning publisher-level"});
}

TEST_CASE("documents are known by title, short title or number") {
  CHECK(rules("    basis: [《政府信息公开条例》（国务院令第711号）]\n") == Lines{});
  CHECK(rules("    basis: [《政府信息公开条例》（国务院令第492号）]\n") ==
        Lines{"warning basis-superseded"});
  CHECK(rules("    basis: [《关于做好社会救助工作的通知》, 《中华人民共和国政府信息公开条例》（国务"
              "院令第711号）]\n") == Lines{"warning basis-ambiguous"});
}

TEST_CASE("what may be longer than the law is one lower than what is") {
  const auto of_law = [](const std::string& deadline) {
    return rules("    topic: 走访慰问\n    elements: [慰问安排]\n    deadline: " + deadline +
                     "\n    basis: [《中华人民共和国政府信息公开条例》（国务院令第711号）]\n"
                     "    publisher: 徐汇区民政局\n    channels: [政府网站]\n    audience: 全社会\n"
                     "    mode: 主动\n    levels: [区级]\n",
                 "7");
  };
  CHECK(of_law("信息形成之日起20个工作日内") == Lines{});
  CHECK(of_law("信息形成之日起21个工作日内") == Lines{"warning deadline-over-law"});
  CHECK(of_law("信息形成之日起30日内") == Lines{"note deadline-over-law"});
  CHECK(of_law("信息形成之日起90日内") == Lines{"warning deadline-over-law"});
}

TEST_CASE("a demand of law that was only recalled is a note that says so") {
  MemoryFileSystem files;
  put_example(files);
  std::string demands = files.files().at("/example/demands.yaml");
  demands.replace(demands.find("seen: page"), 10, "seen: recalled");
  files.put("/example/demands.yaml", demands);
  lay_over(files, find_rule("deadline-over-law")->bad);
  const Validation validation = validated(files);
  REQUIRE(validation.findings.size() == 1);
  CHECK(validation.findings.front().severity == Severity::Note);
  CHECK(validation.findings.front().demand->text.in(Lang::Zh).find("未核实") != std::string::npos);
}

TEST_CASE("near names across the lists of a domain are noted, those of one list warned of") {
  MemoryFileSystem files;
  put_example(files);
  const std::string item =
      "    topic: 走访慰问困难群众\n    subtopic: 慰问金发放SUFFIX\n    elements: [慰问安排]\n"
      "    deadline: 信息形成之日起20个工作日内\n"
      "    basis: [《中华人民共和国政府信息公开条例》（国务院令第711号）]\n"
      "    publisher: 徐汇区民政局\n    channels: [政府网站]\n    audience: 全社会\n"
      "    mode: 主动\n    levels: [区级]\n";
  const auto with_suffix = [&](std::string text, const std::string& suffix) {
    text.replace(text.find("SUFFIX"), 6, suffix);
    return text;
  };
  lay_over(files, "# file: lists/310104/social-assistance.yaml item 7\n" + with_suffix(item, ""));
  std::string other = with_suffix(item, "情况");
  other.replace(other.find("徐汇区"), 9, "浦东新区");
  files.put("/example/lists/310115/social-assistance.yaml",
            "kind: list\ndomain: social-assistance\nunit: \"310115\"\nversion: \"2020.1\"\n"
            "items:\n  - id: \"a1\"\n" +
                other +
                "omitted:\n  - {guideline: social-assistance/1, reason: 无}\n"
                "  - {guideline: social-assistance/6, reason: 无}\n");
  const Validation validation = validated(files);
  REQUIRE(validation.findings.size() == 1);
  const Finding& finding = validation.findings.front();
  CHECK(finding.rule == "item-similar");
  CHECK(finding.severity == Severity::Note);
  CHECK(finding.address == "list/310115/social-assistance/a1");
  CHECK(finding.match->score > 0.9);
}

}  // namespace catalog::test
