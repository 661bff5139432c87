#include <doctest/doctest.h>

#include <cstdlib>

#include "example_workspace.h"

namespace catalog::test {

namespace {

struct Planted {
  std::string id;
  std::string field;
  std::string what;
  std::string found;  ///< severity and rule of what was reported there
};

std::vector<Planted> planted_mistakes() {
  std::vector<Planted> out;
  const auto path = source_folder() / "tests/rules/planted/mistakes.tsv";
  for (const std::string& line : lines_of(bytes_of(path))) {
    if (line.starts_with('#')) continue;
    const size_t first = line.find('\t'), second = line.find('\t', first + 1);
    out.push_back({line.substr(0, first),
                   line.substr(first + 1, second - first - 1),
                   line.substr(second + 1),
                   {}});
  }
  return out;
}

/// The shipped workspace with the planted list in the place of one of its lists.
Validation validated_planted() {
  MemoryFileSystem files;
  put_folder(files, source_folder() / "catalogues/national", "/national");
  put_folder(files, source_folder() / "catalogues/shanghai", "/shanghai");
  files.put("/shanghai/lists/310112/social-assistance.yaml",
            bytes_of(source_folder() / "tests/rules/planted/list.yaml"));
  ValidateOptions how = options();
  how.only_paths = {"/shanghai/lists/310112/social-assistance.yaml"};
  return std::move(*validate_workspace(files, "/shanghai", how));
}

std::string word_of(const Finding& finding) {
  return std::string(severity_word(finding.severity).en) + " " + std::string(finding.rule);
}

}  // namespace

TEST_CASE("of mistakes that real tables show most are found, and nothing else is") {
  constexpr std::string_view kAddress = "list/310112/social-assistance/";
  std::vector<Planted> mistakes = planted_mistakes();
  REQUIRE(mistakes.size() == 20);
  std::vector<std::string> false_alarms;
  for (const Finding& finding : validated_planted().findings) {
    const std::string field = finding.field.substr(0, finding.field.find_first_of(".["));
    bool planted = false;
    for (Planted& mistake : mistakes) {
      if (finding.address != std::string(kAddress) + mistake.id || field != mistake.field) continue;
      mistake.found += (mistake.found.empty() ? "" : ", ") + word_of(finding);
      planted = true;
    }
    if (!planted) false_alarms.push_back(line_of(finding));
  }
  std::string text;
  size_t found = 0;
  for (const Planted& mistake : mistakes) {
    found += !mistake.found.empty();
    text += mistake.id + " " + mistake.field + " " + mistake.what + ": " +
            (mistake.found.empty() ? "MISSED" : mistake.found) + "\n";
  }
  text += "found " + std::to_string(found) + ", missed " + std::to_string(20 - found) +
          ", false alarms " + std::to_string(false_alarms.size()) + "\n" + joined(false_alarms);
  const auto golden = source_folder() / "tests/rules/planted/result.txt";
  if (std::getenv("CATALOG_UPDATE_GOLDEN")) std::ofstream(golden, std::ios::binary) << text;
  CHECK(text == bytes_of(golden));
}

}  // namespace catalog::test
