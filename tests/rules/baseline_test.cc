#include "rules/baseline.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "example_workspace.h"

namespace catalog::test {

namespace {

constexpr const char* kList = "/example/lists/310104/social-assistance.yaml";
constexpr const char* kBaseline = "/example/baseline.yaml";

void edit(MemoryFileSystem& files, const std::string& id, const std::string& field) {
  files.put(kList, with_fields(files.files().at(kList), id, {"    " + field}));
}

void add_findings(MemoryFileSystem& files) {
  edit(files, "6", "deadline: 自信息形成之日起15个工作日内");
  edit(files, "1", "deadline: 自信息形成之日起15个工作日内");
  edit(files, "1", "audiense: “全社会”, # 见：《条例》");
}

Validation checked(
    MemoryFileSystem& files, std::optional<std::string> baseline,
    void (*change)(ValidateOptions&) = [](ValidateOptions&) {}) {
  ValidateOptions wanted = options();
  wanted.baseline = std::move(baseline);
  change(wanted);
  auto found = validate_workspace(files, kRoot, wanted);
  REQUIRE(found);
  return std::move(*found);
}

size_t stale_in(const Validation& validation) {
  return static_cast<size_t>(
      std::ranges::count(validation.findings, "baseline-stale", &Finding::rule));
}

}  // namespace

TEST_CASE("a baseline of all findings leaves none, in either language, and has none of its own") {
  for (const Lang lang : {Lang::Zh, Lang::En}) {
    MemoryFileSystem files;
    put_example(files);
    add_findings(files);
    const Validation before = checked(files, "");
    REQUIRE(before.findings.size() > 2);
    const std::string text = baseline_text(baseline_of(before, lang), lang, "x.json");
    CHECK(std::ranges::count(text, '\n') == static_cast<long>(before.findings.size()) + 3);
    files.put(kBaseline, text);
    const Validation after = checked(files, kBaseline);
    CHECK(text_of(after.findings) == "");
    CHECK(after.summary.known == before.findings.size());
    CHECK(after.summary.errors == 0);
    CHECK(after.stale.empty());
    CHECK_FALSE(ValidatedWorkspace::of(after, false).has_value());
  }
}

TEST_CASE("new findings are reported, and those that are solved") {
  MemoryFileSystem files;
  put_example(files);
  add_findings(files);
  files.put(kBaseline, baseline_text(baseline_of(checked(files, ""), Lang::En), Lang::En, "x"));
  edit(files, "6", "mode: 依申请");
  edit(files, "1", "deadline: 自信息形成之日起10个工作日内");
  const Validation after = checked(files, kBaseline);
  REQUIRE(after.stale.size() == 1);
  CHECK(after.stale[0]->rule.view() == "deadline-longer");
  CHECK(after.stale[0]->address.view() == "list/310104/social-assistance/1");
  CHECK(stale_in(after) == 1);
  CHECK(std::ranges::count(after.findings, "mode-narrower", &Finding::rule) == 1);
  CHECK(std::ranges::count(after.findings, "deadline-longer", &Finding::rule) == 0);

  const std::string text =
      baseline_text(shrunk(after.workspace->baseline, after.stale), Lang::En, "x");
  const std::string before = files.files().at(kBaseline);
  CHECK(std::ranges::count(text, '\n') == std::ranges::count(before, '\n') - 1);
  for (const std::string& line : lines_of(text))
    CHECK(before.find(line + "\n") != std::string::npos);
  files.put(kBaseline, text);
  const Validation again = checked(files, kBaseline);
  CHECK(again.stale.empty());
  CHECK(stale_in(again) == 0);
}

TEST_CASE("an entry is stale only where its finding was looked for") {
  MemoryFileSystem files;
  put_example(files);
  add_findings(files);
  files.put(kBaseline, baseline_text(baseline_of(checked(files, ""), Lang::En), Lang::En, "x"));
  edit(files, "1", "deadline: 自信息形成之日起10个工作日内");
  CHECK(stale_in(checked(files, kBaseline, [](ValidateOptions& o) {
          o.only_rules = {"baseline-stale", "mode-narrower"};
        })) == 0);
  CHECK(stale_in(checked(files, kBaseline,
                         [](ValidateOptions& o) { o.skip_rules = {"deadline-longer"}; })) == 0);
  CHECK(stale_in(checked(files, kBaseline, [](ValidateOptions& o) { o.only_paths = {kList}; })) ==
        0);
  CHECK(stale_in(checked(files, kBaseline)) == 1);
}

TEST_CASE("catalog.yaml may name the baseline, which need not be there yet") {
  MemoryFileSystem files;
  put_example(files);
  const std::string config = files.files().at("/example/catalog.yaml");
  files.put("/example/catalog.yaml", config + "baseline: baseline.yaml\n");
  CHECK(text_of(checked(files, std::nullopt).findings) == "");
  add_findings(files);
  const Validation before = checked(files, std::nullopt);
  CHECK(before.findings.size() > 2);
  files.put(kBaseline, baseline_text(baseline_of(before, Lang::Zh), Lang::Zh, "x"));
  CHECK(text_of(checked(files, std::nullopt).findings) == "");
  CHECK(checked(files, "").findings.size() == before.findings.size());
}

TEST_CASE("what is no baseline is reported, and leaves nothing out") {
  MemoryFileSystem files;
  put_example(files);
  add_findings(files);
  const size_t all = checked(files, "").findings.size();
  for (const char* text :
       {"kind: list\n", "kind: baseline\nfindings: [{fingerprint: \"123\", rule: x}]\n", "[", ""}) {
    files.put(kBaseline, text);
    CHECK(checked(files, kBaseline).findings.size() > all);
  }
  CHECK_FALSE(validate_workspace(files, kRoot, [] {
    ValidateOptions o = options();
    o.baseline = "/example/missing.yaml";
    return o;
  }()));
}

}  // namespace catalog::test
