#include <doctest/doctest.h>

#include <random>

#include "example_workspace.h"
#include "source/file_system.h"

namespace catalog::test {

namespace {

constexpr const char* kList = "/example/lists/310104/social-assistance.yaml";

/// An item 6 with a deadline that is longer than the guideline's, and further fields.
std::string with_long_deadline(const std::string& more) {
  return "# file: lists/310104/social-assistance.yaml item 6\n"
         "    deadline: 自信息形成之日起30个工作日内\n" +
         more;
}

Validation validated_with(std::string_view example, const ValidateOptions& how = options()) {
  MemoryFileSystem files;
  put_example(files);
  lay_over(files, example);
  return validated(files, how);
}

/// Everything wrong at once, in two lists and the workspace.
void put_much_wrong(MemoryFileSystem& files) {
  put_example(files);
  for (const Rule* rule : all_rules()) {
    if (rule->family != Family::Form && rule->name != "level-alias" &&  // would hide level-missing
        rule->bad.starts_with("# file: lists/310104/social-assistance.yaml item"))
      lay_over(files, rule->bad);
  }
  for (int i = 0; i < 12; i++) {
    std::string list = files.files().at(kList);
    const std::string code = "3101" + std::to_string(20 + i);
    list.replace(list.find("\"310104\""), 8, "\"" + code + "\"");
    files.put("/example/lists/" + code + "/social-assistance.yaml", list);
  }
}

std::string fingerprints(const Validation& validation) {
  std::string out;
  for (const Finding& finding : validation.findings)
    out += fingerprint_text(finding.fingerprint) + " " + line_of(finding) + "\n";
  return out;
}

/// A file system that lists folders in another order.
class ShuffledFiles : public MemoryFileSystem {
 public:
  std::expected<std::vector<DirectoryEntry>, IoError> list(const std::string& path) override {
    auto entries = MemoryFileSystem::list(path);
    if (entries) std::ranges::reverse(*entries);
    return entries;
  }
};

}  // namespace

TEST_CASE("findings are the same for any number of threads") {
  MemoryFileSystem files;
  put_much_wrong(files);
  ValidateOptions how = options();
  const std::string one = fingerprints(validated(files, how));
  CHECK(one.size() > 1000);
  for (const unsigned threads : {2u, 8u}) {
    how.threads = threads;
    CHECK(fingerprints(validated(files, how)) == one);
  }
}

TEST_CASE("findings do not depend on the order in which files are listed") {
  MemoryFileSystem files;
  put_much_wrong(files);
  ShuffledFiles shuffled;
  for (const auto& [path, text] : files.files()) shuffled.put(path, text);
  CHECK(fingerprints(validated(shuffled)) == fingerprints(validated(files)));
}

TEST_CASE("fingerprints do not depend on lines or on where the workspace stands") {
  MemoryFileSystem files;
  put_much_wrong(files);
  const Validation before = validated(files);
  MemoryFileSystem moved;
  for (const auto& [path, text] : files.files()) {
    if (path.starts_with("/example/")) {
      moved.put("/elsewhere" + path, "# a comment more\n\n" + text);
    } else {
      moved.put(path, text);
    }
  }
  const auto after = validate_workspace(moved, "/elsewhere/example", options());
  REQUIRE(after.has_value());
  std::vector<uint64_t> a, b;
  for (const Finding& finding : before.findings) a.push_back(finding.fingerprint);
  for (const Finding& finding : after->findings) b.push_back(finding.fingerprint);
  std::ranges::sort(a);
  std::ranges::sort(b);
  CHECK(a == b);
}

TEST_CASE("the printed example of the design is what the rule says") {
  const Validation validation = validated_with(with_long_deadline(""));
  REQUIRE(validation.findings.size() == 1);
  const Finding& finding = validation.findings.front();
  CHECK(finding.severity == Severity::Error);
  CHECK(finding.message.in(Lang::Zh) == "公开时限长于指引要求：30个工作日，指引为10个工作日");
  CHECK(finding.label.in(Lang::Zh) == "公开时限");
  CHECK(finding.address == "list/310104/social-assistance/6");
  CHECK(finding.field == "deadline");
  REQUIRE(finding.demand.has_value());
  CHECK(finding.demand->text.in(Lang::Zh) == "社会救助 第6项 最低生活保障/审批信息");
  CHECK(finding.advice.in(Lang::Zh) ==
        "改为“自信息形成之日起10个工作日内”，或在偏离说明中写明理由和依据");
  CHECK(validation.summary.errors == 1);
  CHECK(!ValidatedWorkspace::of(validation, false).has_value());
  CHECK(ValidatedWorkspace::of(validation, true)->draft());
}

TEST_CASE("an element's own deadline is compared with what is demanded of it") {
  const Validation validation = validated_with(
      "# file: lists/310104/social-assistance.yaml item 6\n"
      "    elements: [{name: 低保对象名单及相关信息, deadline: 信息形成之日起60个工作日内}]\n");
  REQUIRE(validation.findings.size() == 1);
  CHECK(validation.findings.front().rule == "deadline-longer");
  CHECK(validation.findings.front().field == "elements[0].deadline");
}

TEST_CASE("calendar days against working days are certain or possible by the calendar") {
  const auto severity = [](const std::string& deadline) {
    const Validation validation = validated_with(
        "# file: lists/310104/social-assistance.yaml item 6\n    deadline: " + deadline + "\n");
    return validation.findings.empty() ? Severity::Off : validation.findings.front().severity;
  };
  CHECK(severity("信息形成之日起40日内") == Severity::Error);  // 10 working days never take 40 days
  CHECK(severity("信息形成之日起15日内") ==
        Severity::Warning);  // they may take more or less than 15
  CHECK(severity("信息形成之日起9日内") == Severity::Off);
  CHECK(severity("实时公开") == Severity::Off);
}

TEST_CASE("an approved deviation silences exactly what it names, until its last day") {
  const std::string approved =
      "    deviation:\n"
      "      - rules: [公开时限长于指引要求]\n"
      "        reason: 本市审批环节较多\n"
      "        until: \"2020-12-31\"\n"
      "        approved: {by: 上海市民政局, on: \"2020-09-01\"}\n";
  CHECK(text_of(validated_with(with_long_deadline(approved)).findings) == "");

  ValidateOptions later = options();
  later.as_of = *Date::of(2021, 1, 1);
  CHECK(validated_with(with_long_deadline(approved), later).summary.errors == 1);

  const std::string other =
      "    deviation:\n"
      "      - rules: [channel-missing]\n"
      "        reason: 本市审批环节较多\n"
      "        approved: {by: 上海市民政局, on: \"2020-09-01\"}\n";
  CHECK(validated_with(with_long_deadline(other)).summary.errors == 1);
}

TEST_CASE("a deviation with values silences only what has one of them") {
  const std::string channels = "    channels: [精准推送]\n";
  const std::string deviation =
      "    deviation:\n"
      "      - rules: [channel-missing]\n"
      "        values: [政府网站]\n"
      "        reason: 名单只在公示栏公布\n"
      "        approved: {by: 上海市民政局, on: \"2020-09-01\"}\n";
  const std::string head = "# file: lists/310104/social-assistance.yaml item 6\n";
  CHECK(validated_with(head + channels).summary.errors == 2);
  const Validation rest = validated_with(head + channels + deviation);
  REQUIRE(rest.findings.size() == 1);
  CHECK(rest.findings.front().message.in(Lang::Zh) ==
        "公开渠道缺少指引要求的“社区/企事业单位/村公示栏（电子屏）”");
}

TEST_CASE("a deviation without approval makes a warning of an error") {
  const Validation validation = validated_with(
      with_long_deadline("    deviation: {rules: [deadline-longer], reason: 待报批}\n"));
  std::vector<std::pair<std::string_view, Severity>> found;
  for (const Finding& finding : validation.findings)
    found.emplace_back(finding.rule, finding.severity);
  std::ranges::sort(found);
  CHECK(found ==
        std::vector<std::pair<std::string_view, Severity>>{
            {"deadline-longer", Severity::Warning}, {"deviation-unapproved", Severity::Note}});
}

TEST_CASE("a workspace changes the severity of rules, by either name") {
  MemoryFileSystem files;
  put_example(files);
  lay_over(files, with_long_deadline(""));
  const std::string config = files.files().at("/example/catalog.yaml");
  const auto severity_with = [&](const std::string& rules) {
    files.put("/example/catalog.yaml", config + rules);
    const Validation validation = validated(files);
    return validation.findings.empty() ? Severity::Off : validation.findings.front().severity;
  };
  CHECK(severity_with("rules: {deadline-longer: warning}\n") == Severity::Warning);
  CHECK(severity_with("rules: {公开时限长于指引要求: 提示}\n") == Severity::Note);
  CHECK(severity_with("rules: {deadline-longer: \"off\"}\n") == Severity::Off);
}

TEST_CASE("only the wanted rules and paths are reported") {
  MemoryFileSystem files;
  put_much_wrong(files);
  ValidateOptions how = options();
  how.only_rules = {"level-missing", "公开方式窄于指引要求"};
  for (const Finding& finding : validated(files, how).findings)
    CHECK((finding.rule == "level-missing" || finding.rule == "mode-narrower"));
  how.skip_rules = {"mode-narrower"};
  const Validation one = validated(files, how);
  CHECK(!one.findings.empty());
  for (const Finding& finding : one.findings) CHECK(finding.rule == "level-missing");

  ValidateOptions scoped = options();
  scoped.only_paths = {"/example/lists/310104"};
  const Validation some = validated(files, scoped);
  CHECK(some.summary.files == 1);
  CHECK(some.summary.items == 5);
  CHECK(!some.findings.empty());
  for (const Finding& finding : some.findings) CHECK(finding.place.file.view() == kList);
}

TEST_CASE("bare files are checked against the installed guidelines") {
  MemoryFileSystem files;
  put_folder(files, source_folder() / "catalogues/national", kNational);
  files.put("/alone.yaml", bytes_of(source_folder() / "tests/rules/example" /
                                    "lists/310104/social-assistance.yaml"));
  const auto validation = validate_files(files, {"/alone.yaml"}, options());
  REQUIRE(validation.has_value());
  CHECK(validation->summary.files == 1);
  CHECK(validation->summary.items == 3);
  for (const Finding& finding : validation->findings) {
    CAPTURE(line_of(finding));
    CHECK(finding.place.file.view() == "/alone.yaml");
    CHECK(finding.rule != "unit-unknown");
  }
}

TEST_CASE("no two findings of a run have one fingerprint") {
  MemoryFileSystem files;
  put_much_wrong(files);
  std::vector<uint64_t> all;
  for (const Finding& finding : validated(files).findings) all.push_back(finding.fingerprint);
  std::ranges::sort(all);
  CHECK(std::ranges::adjacent_find(all) == all.end());
}

TEST_CASE("what a slip of the keyboard breaks is reported as the slip alone") {
  const Validation validation = validated_with(
      "# file: lists/310104/social-assistance.yaml item 6\n"
      "    channels: [政府网站，社区/企事业单位/村公示栏（电子屏）]\n");
  REQUIRE(validation.findings.size() == 1);
  CHECK(validation.findings.front().rule == "fullwidth-comma");
}

}  // namespace catalog::test
