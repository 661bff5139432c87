#include <doctest/doctest.h>

#include "example_workspace.h"
#include "model/meaning_digest.h"

namespace catalog::test {

namespace {

constexpr const char* kStandard = "/example/standards/social-assistance.yaml";

/// The example's standard as published: its digest recorded with the version.
void publish(MemoryFileSystem& files, const std::string& digest) {
  files.put(kStandard,
            with_head(files.files().at(kStandard),
                      {"published:", "  url: https://www.shanghai.gov.cn/zwgk/a.html",
                       "  on: \"2020-12-31\"", "  version: \"2020.1\"", "  digest: " + digest}));
}

std::string digest_of(MemoryFileSystem& files) {
  const auto workspace = load_workspace(files, kRoot, {.builtin = kNational, .threads = 1});
  REQUIRE(workspace);
  REQUIRE((*workspace)->standards.size() == 1);
  return meaning_digest((*workspace)->standards[0], (*workspace)->vocabulary);
}

size_t count_of(MemoryFileSystem& files) {
  return static_cast<size_t>(std::ranges::count_if(
      validated(files).findings,
      [](const Finding& finding) { return finding.rule == "version-not-raised"; }));
}

void replace(MemoryFileSystem& files, const std::string& from, const std::string& to) {
  std::string text = files.files().at(kStandard);
  REQUIRE(text.find(from) != text.npos);
  files.put(kStandard, text.replace(text.find(from), from.size(), to));
}

}  // namespace

TEST_CASE("a published standard whose meaning is unchanged keeps its version") {
  MemoryFileSystem files;
  put_example(files);
  publish(files, digest_of(files));
  CHECK(count_of(files) == 0);

  SUBCASE("comments, quotes and aliases of words are no change") {
    replace(files, "topic: 综合业务", "topic: \"综合业务\"  # 见指引第1项");
    replace(files, "公开查阅点", "公开查询点");
    CHECK(count_of(files) == 0);
  }
  SUBCASE("another deadline is one, until the version is raised") {
    replace(files, "10个工作日内", "9个工作日内");
    CHECK(count_of(files) == 1);
    replace(files, "version: \"2020.1\"\ndrafted_by", "version: \"2020.2\"\ndrafted_by");
    CHECK(count_of(files) == 0);
  }
  SUBCASE("a lower version is one by itself") {
    replace(files, "version: \"2020.1\"\ndrafted_by", "version: \"2019.4\"\ndrafted_by");
    CHECK(count_of(files) == 1);
  }
}

}  // namespace catalog::test
