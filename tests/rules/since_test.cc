#include "rules/since.h"

#include <doctest/doctest.h>

#include <filesystem>

#include "example_workspace.h"
#include "source/test_repository.h"

namespace catalog::test {

namespace {

constexpr const char* kList = "lists/310104/social-assistance.yaml";

/// The example workspace in a repository of its own, with some of its lines replaced.
class ExampleRepository {
 public:
  ExampleRepository() {
    MemoryFileSystem files;
    put_example(files);
    for (const auto& [path, bytes] : files.files()) {
      if (path.starts_with(kRoot)) made.put(path.substr(std::string(kRoot).size() + 1), bytes);
    }
  }

  std::string bytes(const std::string& path) { return bytes_of(made / path); }
  /// Lays fields over an item.
  void edit(const std::string& path, const std::string& id, const std::string& field) {
    made.put(path, with_fields(bytes(path), id, {"    " + field}));
  }
  void replace(const std::string& path, const std::string& from, const std::string& to) {
    std::string text = bytes(path);
    size_t count = 0;
    for (size_t at = 0; (at = text.find(from, at)) != text.npos; at += to.size(), count++)
      text.replace(at, from.size(), to);
    REQUIRE(count > 0);
    made.put(path, text);
  }

  Validation validated() {
    ValidateOptions wanted = options();
    wanted.builtin = (source_folder() / "catalogues/national").string();
    auto found = validate_workspace(disk(), made.path(), wanted);
    REQUIRE(found);
    return std::move(*found);
  }

  /// `rule address` of the findings that are left since a revision, a line each.
  std::string since(const std::string& revision) {
    Validation validation = validated();
    const size_t all = validation.findings.size();
    const auto repository = GitRepository::around(made.path());
    REQUIRE(repository);
    auto before = RevisionFileSystem::open(*repository, revision);
    REQUIRE(before);
    REQUIRE(keep_changed(validation, disk(), **before, 1));
    CHECK(validation.findings.size() + validation.summary.unchanged == all);
    CHECK(validation.summary.errors + validation.summary.warnings + validation.summary.notes ==
          validation.findings.size());
    CHECK_FALSE(ValidatedWorkspace::of(validation, false).has_value());
    std::string out;
    for (const Finding& finding : validation.findings)
      out += std::string(finding.rule) + " " + finding.address + "\n";
    return out;
  }

  TestRepository made;
};

const std::string kLate = "deadline: 自信息形成之日起15个工作日内";
const std::string kLater = "deadline: 自信息形成之日起18个工作日内";
const std::string kFound6 = "deadline-longer list/310104/social-assistance/6\n";

}  // namespace

TEST_CASE("since a revision, only findings on items that changed are left") {
  ExampleRepository example;
  example.edit(kList, "6", kLate);
  example.edit(kList, "1", kLate);
  example.made.commit();
  REQUIRE(example.validated().summary.errors == 2);
  CHECK(example.since("HEAD") == "");
  example.edit(kList, "6", kLater);
  CHECK(example.since("HEAD") == kFound6);
  example.made.commit();
  CHECK(example.since("HEAD") == "");
  CHECK(example.since("HEAD~1") == kFound6);
}

TEST_CASE("another layout, line ends and moved lines change no item") {
  ExampleRepository example;
  example.edit(kList, "6", kLate);
  example.made.commit();
  example.replace(kList, "\n    deadline:", "\n    # 时限\n    deadline:");
  example.replace(kList, kLate, "deadline: \"自信息形成之日起15个工作日内\"");
  CHECK(example.since("HEAD") == "");
  example.replace(kList, "\n", "\r\n");
  CHECK(example.since("HEAD") == "");
  example.replace(kList, "15个", "16个");
  CHECK(example.since("HEAD") == kFound6);
}

TEST_CASE("what the model does not see counts for the rules that look at the text") {
  ExampleRepository example;
  example.edit(kList, "6", kLate);
  example.edit(kList, "6", "audiense: 全社会");
  example.made.commit();
  const std::string unknown = "key-unknown list/310104/social-assistance/6\n";
  CHECK(example.since("HEAD") == "");
  example.edit(kList, "6", "audiense: 特定群体");
  CHECK(example.since("HEAD") == unknown);
}

TEST_CASE("an item copied as it is counts as new") {
  ExampleRepository example;
  example.made.commit();
  const std::string text = example.bytes(kList);
  const size_t begin = text.find("  - id: \"6\"");
  const size_t end = std::min(text.find("\n  - ", begin), text.find("\nomitted", begin));
  example.made.put(
      kList, text.substr(0, begin) + text.substr(begin, end - begin) + "\n" + text.substr(begin));
  CHECK(example.since("HEAD").find("id-doubled list/310104/social-assistance/6") !=
        std::string::npos);
}

TEST_CASE("a new file is new, a renamed one is not") {
  ExampleRepository example;
  example.edit(kList, "6", kLate);
  const std::string text = example.bytes(kList);
  std::filesystem::remove(example.made / kList);
  example.made.commit();
  example.made.put(kList, text);
  CHECK(example.since("HEAD").find(kFound6) != std::string::npos);
  example.made.commit();
  std::filesystem::remove(example.made / kList);
  example.made.put("lists/310104/renamed.yaml", text);
  CHECK(example.since("HEAD").find(kFound6) == std::string::npos);
  CHECK(example.since("HEAD~1").find(kFound6) != std::string::npos);
}

TEST_CASE("where the revision has no workspace, all is new") {
  ExampleRepository example;
  example.edit(kList, "6", kLate);
  CHECK(example.since(std::string(40, '0')) == kFound6);
  std::filesystem::create_directory(example.made / "aside");
  std::filesystem::rename(example.made / "lists", example.made / "aside/lists");
  example.made.git({"add", "aside/lists/310104/social-assistance.yaml"});
  example.made.git({"commit", "--quiet", "-m", "x"});
  std::filesystem::rename(example.made / "aside/lists", example.made / "lists");
  CHECK(example.since("HEAD") == kFound6);
}

TEST_CASE("a finding stays when the guideline row that it rests on changed") {
  ExampleRepository example;
  example.edit(kList, "6", kLate);
  example.edit(kList, "1", kLate);
  example.made.commit();
  example.edit("guidelines/social-assistance.yaml", "6",
               "deadline: 制定或获取信息之日起8个工作日内");
  // The standard's item rests on the same row.
  CHECK(example.since("HEAD") ==
        std::string(kFound6) + "deadline-longer standard/social-assistance/6\n");
}

TEST_CASE("a finding on no item stays when its file changed") {
  ExampleRepository example;
  example.replace("catalog.yaml", "units: units.yaml", "units: units.yaml\nrulez: {}");
  example.made.commit();
  CHECK(example.since("HEAD") == "");
  example.replace("catalog.yaml", "示例目录", "目录");
  CHECK(example.since("HEAD") == "key-unknown \n");
}

}  // namespace catalog::test
