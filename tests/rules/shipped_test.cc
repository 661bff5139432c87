#include <doctest/doctest.h>

#include <cstdlib>

#include "example_workspace.h"
#include "rules/rule_context.h"
#include "workspace/workspace.h"

namespace catalog::test {

namespace {

/// The shipped data, at the places where the repository has them.
void put_shipped(MemoryFileSystem& files) {
  put_folder(files, source_folder() / "catalogues/national", kNational);
  put_folder(files, source_folder() / "catalogues/shanghai", "/shanghai");
}

/// An item that implements a row and does everything wrong.
std::string wrong_item(std::string_view reference, std::string_view id) {
  return "  - id: \"" + std::string(id) + "\"\n    guideline: " + std::string(reference) +
         "\n"
         "    topic: 错误\n"
         "    elements: [无关的内容]\n"
         "    basis: [《无关的文件》]\n"
         "    deadline: 信息形成之日起999个工作日内，公示1个工作日\n"
         "    publisher: 甲局\n"
         "    channels: [其他（墙报）]\n"
         "    audience: 特定群体（甲）\n"
         "    mode: 不予公开\n"
         "    levels: [市级]\n";
}

const Guideline& guideline_of(const Workspace& workspace, std::string_view domain) {
  return *workspace.guideline(Symbol::of(domain));
}

}  // namespace

TEST_CASE("what was not read on a publication never causes more than a note") {
  MemoryFileSystem files;
  put_folder(files, source_folder() / "catalogues/national", kNational);
  std::string config =
      "kind: workspace\ntitle: 甲\nversion: \"1\"\nguidelines: builtin:national\n"
      "units: units.yaml\n";
  files.put("/example/catalog.yaml", config);
  files.put("/example/units.yaml",
            "kind: units\nunits:\n"
            "  - {code: \"310104\", name: 徐汇区, level: 区级, type: district}\n");
  const auto loaded = load_workspace(files, "/example", {.builtin = kNational});
  REQUIRE(loaded.has_value());
  for (const Guideline& guideline : (*loaded)->guidelines) {
    const std::string domain(guideline.domain.view());
    const std::string head =
        "kind: list\ndomain: " + domain + "\nunit: \"310104\"\nversion: \"1\"\n";
    std::string wrong = head + "items:\n";
    for (const Row& row : guideline.items)
      wrong += wrong_item(domain + "/" + std::string(row.id.view()), row.id.view());
    files.put("/example/lists/310104/" + domain + ".yaml", wrong);
    // A standard that implements one row, so that the others are missing.
    const std::string first(guideline.items.front().id.view());
    files.put("/example/standards/" + domain + ".yaml",
              "kind: standard\ndomain: " + domain + "\nversion: \"1\"\nitems:\n" +
                  wrong_item(domain + "/" + first, first));
  }

  const Validation validation = validated(files);
  const RuleContext context(*validation.workspace, options().as_of);
  size_t unverified = 0, verified = 0;
  for (const Finding& finding : validation.findings) {
    if (finding.values.empty()) continue;
    const RowDemand* row = context.demand(Symbol::of(finding.values.front()));
    if (!row) continue;
    CAPTURE(line_of(finding));
    std::string_view cell = std::string_view(finding.field).substr(0, finding.field.find('.'));
    if (finding.rule == "item-missing")
      cell = finding.address.starts_with("list") ? "levels" : "id";
    if (row->verified(cell)) {
      verified++;
      CHECK(finding.message.in(Lang::Zh).find("未核实") == std::string::npos);
    } else {
      unverified++;
      CHECK(finding.severity == Severity::Note);
      CHECK(finding.message.in(Lang::Zh).find("未核实") != std::string::npos);
    }
  }
  CHECK(verified > 500);
  CHECK(unverified > 500);
}

TEST_CASE("a row that was recalled is verified in no cell") {
  MemoryFileSystem files;
  put_shipped(files);
  const auto loaded = load_workspace(files, "/shanghai", {.builtin = kNational});
  REQUIRE(loaded.has_value());
  const RuleContext context(**loaded, options().as_of);
  const Guideline& guideline = guideline_of(**loaded, "social-assistance");
  for (const RowDemand& row : context.demands(guideline)) {
    if (row.row.id.view() == "10") CHECK(!row.verified("topic"));
    if (row.row.id.view() == "5") {
      CHECK(row.verified("deadline"));
      CHECK(!row.verified("basis"));
    }
  }
}

TEST_CASE("the shipped reference data has no findings") {
  MemoryFileSystem files;
  put_folder(files, source_folder() / "catalogues/national", kNational);
  files.put("/example/catalog.yaml",
            "kind: workspace\ntitle: 甲\nversion: \"1\"\nguidelines: builtin:national\n"
            "units: units.yaml\n");
  files.put("/example/units.yaml", bytes_of(source_folder() / "catalogues/shanghai/units.yaml"));
  CHECK(text_of(validated(files).findings) == "");
}

TEST_CASE("a standard with the cells of its guideline meets all demands of it") {
  MemoryFileSystem files;
  put_folder(files, source_folder() / "catalogues/national", kNational);
  files.put("/example/catalog.yaml",
            "kind: workspace\ntitle: 甲\nversion: \"1\"\nguidelines: builtin:national\n"
            "units: units.yaml\n");
  files.put("/example/units.yaml", bytes_of(source_folder() / "catalogues/shanghai/units.yaml"));
  const auto folder = source_folder() / "catalogues/national/guidelines";
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    const std::string domain = entry.path().stem().string();
    std::string text;
    for (const std::string& line : lines_of(bytes_of(entry.path()))) {
      text += line == "kind: guideline" ? "kind: standard" : line;
      text += "\n";
      if (!line.starts_with("  - id: \"")) continue;
      const std::string id = line.substr(9, line.size() - 10);
      text += "    guideline: " + domain + "/" + id + "\n";
    }
    files.put("/example/standards/" + domain + ".yaml", text);
  }
  const Validation validation = validated(files);
  CHECK(validation.summary.items > 400);
  for (const Finding& finding : validation.findings) {
    CAPTURE(line_of(finding));
    CHECK(find_rule(finding.rule)->family != Family::Guideline);
  }
}

TEST_CASE("findings on the shipped workspace are those of the golden text") {
  MemoryFileSystem files;
  put_shipped(files);
  // In the repository the national set stands beside the workspace.
  put_folder(files, source_folder() / "catalogues/national", "/national");
  const auto validation = validate_workspace(files, "/shanghai", options());
  REQUIRE(validation.has_value());
  CHECK(validation->summary.errors == 0);
  std::string text;
  for (const Finding& finding : validation->findings) {
    text += fingerprint_text(finding.fingerprint) + " " +
            std::string(severity_word(finding.severity).en) + " " + std::string(finding.rule) +
            " " + finding.address + " " + finding.message.in(Lang::Zh) + "\n";
  }
  const auto golden = source_folder() / "tests/rules/data/shanghai.txt";
  if (std::getenv("CATALOG_UPDATE_GOLDEN")) {
    std::filesystem::create_directories(golden.parent_path());
    std::ofstream(golden, std::ios::binary) << text;
  }
  CHECK(text == bytes_of(golden));
}

}  // namespace catalog::test
