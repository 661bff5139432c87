#include <doctest/doctest.h>

#include "example_workspace.h"

namespace catalog::test {

namespace {

constexpr const char* kGuideline = "/example/guidelines/social-assistance.yaml";
constexpr const char* kList = "/example/lists/310104/social-assistance.yaml";

/// The findings of guideline rules when lines of row 6 and of item 6 are changed.
std::vector<std::string> findings_with(const std::string& row, const std::string& item) {
  MemoryFileSystem files;
  put_example(files);
  files.put(kGuideline, with_fields(files.files().at(kGuideline), "6", lines_of(row)));
  files.put(kList, with_fields(files.files().at(kList), "6", lines_of(item)));
  std::vector<std::string> out;
  for (const Finding& finding : validated(files).findings) {
    if (finding.place.file.view() != kList) continue;
    if (find_rule(finding.rule)->family != Family::Guideline) continue;
    out.push_back(std::string(severity_word(finding.severity).en) + " " +
                  std::string(finding.rule));
  }
  return out;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("all channels marked are demanded, or at least one, as the guideline says") {
  const std::string only_push = "    channels: [精准推送]\n";
  const std::string one = "    channels: [政府网站]\n";
  CHECK(findings_with("", only_push) == Lines{"error channel-missing", "error channel-missing"});
  CHECK(findings_with("", one) == Lines{"error channel-missing"});
  const std::string any = "    channels_demand: any\n";
  CHECK(findings_with(any, only_push) == Lines{"error channel-missing"});
  CHECK(findings_with(any, one) == Lines{});
}

TEST_CASE("channels by level are compared level by level") {
  const std::string by_level = "    channels: {区级: [政府网站, 公示栏], 街镇级: [社区公示栏]}\n";
  CHECK(findings_with("", by_level) == Lines{"error channel-missing"});
  const std::string demand =
      "    channels: {区级: [政府网站], 街镇级: [社区/企事业单位/村公示栏（电子屏）]}\n";
  CHECK(findings_with(demand, by_level) == Lines{});
}

TEST_CASE("an element that is only similar is a warning, one that is absent an error") {
  CHECK(findings_with("", "    elements: [低保对象名单及有关信息]\n") ==
        Lines{"warning element-missing"});
  CHECK(findings_with("", "    elements: [咨询电话]\n") == Lines{"error element-missing"});
}

TEST_CASE("width, brackets and joined elements make no difference") {
  const std::string row = "    elements: [办理条件（标准）, 申请材料]\n";
  CHECK(findings_with(row, "    elements: [\"办理条件(标准)、申请材料\"]\n") == Lines{});
}

TEST_CASE("optional and generic elements are never demanded") {
  const std::string row =
      "    elements: [{name: 工作流程图, required: \"no\"}, 各地配套政策法规文件, "
      "低保对象名单及相关信息]\n";
  CHECK(findings_with(row, "") == Lines{});
}

TEST_CASE("items may share a row between them") {
  MemoryFileSystem files;
  put_example(files);
  const std::string second =
      "    guideline: social-assistance/6\n"
      "    topic: 最低生活保障\n"
      "    subtopic: 审批信息（金额）\n"
      "    elements: [救助金额]\n"
      "    basis: [《社会救助暂行办法》（国务院令第649号）]\n"
      "    deadline: 制定或获取信息之日起10个工作日内\n"
      "    publisher: {区级: 徐汇区民政局, 街镇级: 各街道办事处、镇人民政府}\n"
      "    channels: [政府网站, 社区/企事业单位/村公示栏（电子屏）]\n"
      "    audience: 全社会\n"
      "    mode: 主动\n"
      "    levels: [街镇级]\n"
      "    publisher: 各街道办事处、镇人民政府\n";
  std::string list = with_fields(files.files().at(kList), "6",
                                 {"    levels: [区级]", "    publisher: 徐汇区民政局"});
  list = with_fields(list, "6-2", lines_of(second.substr(0, second.rfind("    publisher"))));
  list = with_fields(list, "6-2", {"    publisher: 各街道办事处、镇人民政府"});
  files.put(kList, list);
  CHECK(text_of(validated(files).findings) == "");
}

TEST_CASE("a cell that is absent demands nothing") {
  MemoryFileSystem files;
  put_example(files);
  std::string guideline = files.files().at(kGuideline);
  guideline.replace(guideline.find("    levels: [区级, 街镇级]\n"),
                    std::string("    levels: [区级, 街镇级]\n").size(), "");
  files.put(kGuideline, guideline);
  files.put(kList, with_fields(files.files().at(kList), "1",
                               {"    levels: [区级]", "    publisher: 徐汇区民政局"}));
  const std::string standard = "/example/standards/social-assistance.yaml";
  files.put(standard, with_fields(files.files().at(standard), "1",
                                  {"    levels: [区级]", "    publisher: <区>民政局"}));
  CHECK(text_of(validated(files).findings) == "");
}

TEST_CASE("a row of both modes demands only what it opens to all") {
  CHECK(findings_with("    mode: 主动、依申请\n", "    mode: 依申请\n") == Lines{});
  CHECK(findings_with("    mode: 主动、依申请\n", "    mode: 不予公开\n") ==
        Lines{"error mode-narrower"});
}

TEST_CASE("everyone and a group together are no narrower than everyone") {
  CHECK(findings_with("", "    audience: 全社会、特定群体（申请人）\n") == Lines{});
  CHECK(findings_with("    audience: 特定群体（申请人）\n", "    audience: 全社会\n") == Lines{});
}

TEST_CASE("the successor of a demanded document satisfies the demand") {
  const std::string row = "    basis: [《农村五保供养工作条例》（国务院令第456号）]\n";
  CHECK(findings_with(row, "    basis: [《社会救助暂行办法》（国务院令第649号）]\n") == Lines{});
  CHECK(
      findings_with(row, "    basis: [《中华人民共和国政府信息公开条例》（国务院令第711号）]\n") ==
      Lines{"error basis-missing"});
}

TEST_CASE("a former id of a row still refers to it") {
  MemoryFileSystem files;
  put_example(files);
  files.put(kGuideline, with_fields(files.files().at(kGuideline), "6", {"    aliases: [x9]"}));
  files.put(kList,
            with_fields(files.files().at(kList), "6", {"    guideline: social-assistance/x9"}));
  CHECK(text_of(validated(files).findings) == "");
}

TEST_CASE("a standard must cover all rows or say why not") {
  MemoryFileSystem files;
  put_example(files);
  const std::string path = "/example/standards/social-assistance.yaml";
  const std::string standard = files.files().at(path);
  const std::string shorter = standard.substr(0, standard.find("  - id: \"6\""));
  files.put(path, shorter);
  const Validation missing = validated(files);
  REQUIRE(missing.findings.size() == 1);
  CHECK(missing.findings.front().rule == "item-missing");
  CHECK(missing.findings.front().address == "standard/social-assistance");
  files.put(path, shorter + "omitted: [{guideline: social-assistance/6, reason: 待上级明确}]\n");
  CHECK(text_of(validated(files).findings) == "");
}

}  // namespace catalog::test
