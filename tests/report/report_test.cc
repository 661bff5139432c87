#include "report/report.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "report/formats.h"
#include "report/safe_text.h"
#include "report/sarif_uri.h"
#include "source/memory_file_system.h"

using namespace catalog;

namespace {

using Json = nlohmann::json;

Validation findings_of(size_t errors, size_t notes) {
  Validation out;
  out.workspace = std::make_unique<Workspace>();
  out.workspace->config.file = Symbol::of("catalog.yaml");
  for (size_t i = 0; i < errors + notes; i++) {
    Finding& finding = out.findings.emplace_back();
    finding.rule = "key-unknown";
    // Notes come first, so that keeping the gravest is more than keeping the first.
    finding.severity = i < notes ? Severity::Note : Severity::Error;
    finding.message = say({"第{}个", "number {}"}, i);
    finding.fingerprint = i + 1;
  }
  out.summary.errors = errors;
  out.summary.notes = notes;
  return out;
}

std::string written(std::string_view format, const Report& report) {
  MemoryFileSystem files;
  Sources sources(files, report.validation.workspace.get());
  const auto out = write_report(format, report, sources, {.lang = Lang::En});
  REQUIRE(out);
  return *out;
}

}  // namespace

TEST_CASE("the gravest findings are kept, in the order in which they stood") {
  const Validation validation = findings_of(3, 5);
  const Report report = report_of(validation, 4);
  REQUIRE(report.shown.size() == 4);
  CHECK(report.left_out == 4);
  CHECK(report.shown[0] == &validation.findings[0]);
  for (size_t i = 1; i < 4; i++) CHECK(report.shown[i] == &validation.findings[4 + i]);
  CHECK(report_of(validation, 0).shown.empty());
  CHECK(report_of(validation, std::nullopt).left_out == 0);
}

TEST_CASE("a finding without a file stands at the workspace's own file in every format") {
  const Validation validation = findings_of(1, 0);
  const Report report = report_of(validation, std::nullopt);
  CHECK(written("concise", report) == "catalog.yaml:1:1: error: number 0 [key-unknown]\n");
  CHECK(written("github", report) == "::error file=catalog.yaml,title=key-unknown::number 0\n");
  const Json sarif = Json::parse(written("sarif", report));
  const Json& place = sarif["runs"][0]["results"][0]["locations"][0]["physicalLocation"];
  CHECK(place["artifactLocation"]["uri"] == "catalog.yaml");
  CHECK(place["region"] == Json{{"startLine", 1}});
  CHECK(Json::parse(written("gitlab", report))[0]["location"]["path"] == "catalog.yaml");
  CHECK(written("junit", report).find("file=\"catalog.yaml\"") != std::string::npos);
  CHECK(written("markdown", report).find("`catalog.yaml` (1)") != std::string::npos);
}

TEST_CASE("GitLab gets no two equal fingerprints") {
  Validation validation = findings_of(4, 0);
  for (Finding& finding : validation.findings) finding.fingerprint = 7;
  std::set<std::string> seen;
  const std::string text = written("gitlab", report_of(validation, 3));
  for (const Json& entry : Json::parse(text)) seen.insert(entry["fingerprint"]);
  CHECK(seen.size() == 4);  // three and the one that says how many were left out
}

TEST_CASE("SARIF keeps within GitHub's limits, the gravest first, and says so") {
  const Validation many = findings_of(100, 24'950);
  const std::string text = written("sarif", report_of(many, std::nullopt));
  // Parsing all of it takes long; a result stands on a line of its own.
  std::vector<std::string_view> results;
  for (size_t at = text.find("\n  {\"ruleId\""); at != text.npos;
       at = text.find("\n  {\"ruleId\"", at + 1))
    results.push_back(std::string_view(text).substr(at, 200));
  REQUIRE(results.size() == 25'000);
  const auto errors = std::ranges::count_if(
      results, [](std::string_view result) { return result.contains("\"level\":\"error\""); });
  CHECK(errors == 100);
  for (size_t i = 0; i < 100; i++) CHECK(results[i].contains("\"level\":\"error\""));
  const std::string said = text.substr(text.find("toolExecutionNotifications"), 600);
  CHECK(said.contains("25050"));
  CHECK(said.contains("5000"));

  const Validation few = findings_of(10, 10);
  const Json small = Json::parse(written("sarif", report_of(few, std::nullopt)))["runs"][0];
  CHECK(small["results"][0]["level"] == "note");  // in the order of the files
  CHECK_FALSE(small["invocations"][0].contains("toolExecutionNotifications"));
}

TEST_CASE("only a path below the current folder counts from it") {
  MemoryFileSystem files;
  CHECK(sarif_uri(files, "lists/甲 1.yaml").uri == "lists/%E7%94%B2%201.yaml");
  CHECK(sarif_uri(files, "./lists/a.yaml").relative);
  const SarifUri installed = sarif_uri(files, "/usr/share/catalog/x y.yaml");
  CHECK(installed.uri == "file:///usr/share/catalog/x%20y.yaml");
  CHECK_FALSE(installed.relative);
}

TEST_CASE("what a terminal would obey is shown, not sent") {
  CHECK(one_line("a\x1b[31mb\r\nc\td") == "a\u241b[31mb  c d");
  CHECK(one_line("\xc2\x9b"
                 "2J\u202Ex\u2066y") == "\uFFFD2J\uFFFDx\uFFFDy");
  CHECK(one_line("政务\xffx\x7f") == "政务\uFFFDx\u2421");
}

TEST_CASE("what a terminal would obey is found at any place of a text of any length") {
  using namespace std::literals;
  const std::pair<std::string_view, std::string_view> shown[] = {
      {"\0"sv, "\u2400"},     {"\x1b"sv, "\u241b"}, {"\n"sv, " "},          {"\x7f"sv, "\u2421"},
      {"\xff"sv, "\uFFFD"},   {"\xe6"sv, "\uFFFD"}, {"\u0085"sv, "\uFFFD"}, {"\u2028"sv, " "},
      {"\u202E"sv, "\uFFFD"}, {"“①é𠮷"sv, "“①é𠮷"}};
  for (size_t length = 0; length < 40; length++) {
    for (size_t place = 0; place <= length; place++) {
      for (const auto& [what, as] : shown) {
        const std::string before(place, 'a'), behind(length - place, 'b');
        CHECK(one_line(before + std::string(what) + behind) == before + std::string(as) + behind);
      }
    }
  }
}
