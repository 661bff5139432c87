#include "source/staged_folder.h"

#include <doctest/doctest.h>

#include <cerrno>
#include <filesystem>

#include "source/test_folder.h"

using namespace catalog;
namespace fs = std::filesystem;

namespace {

std::string text_of(const std::string& path) { return disk().read(path).value_or("(none)"); }

std::unique_ptr<StagedFolder> begin(const std::string& target) {
  auto stage = StagedFolder::begin(target);
  REQUIRE(stage);
  return std::move(*stage);
}

}  // namespace

TEST_CASE("a staged folder is seen when it is committed, and not before") {
  test::TestFolder folder;
  const std::string target = folder / "site";
  REQUIRE(write_file(disk(), target + "/lists/a", "old"));
  {
    const auto stage = begin(target);
    REQUIRE(write_file(stage->files(), target + "/lists/a", "new"));
    REQUIRE(write_file(stage->files(), target + "/deep/er/b", "b"));
    CHECK(text_of(target + "/lists/a") == "old");
    CHECK(text_of(stage->staged(target + "/lists/a")) == "new");
    REQUIRE(stage->commit());
  }
  CHECK(text_of(target + "/lists/a") == "new");
  CHECK(text_of(target + "/deep/er/b") == "b");
  CHECK(folder.count() == 1);
}

TEST_CASE("a folder that is not committed leaves nothing behind") {
  test::TestFolder folder;
  REQUIRE(write_file(begin(folder / "site")->files(), folder / "site/a", "a"));
  CHECK(folder.count() == 0);
}

TEST_CASE("a file in a staged folder that is not finished is taken away again") {
  test::TestFolder folder;
  const auto stage = begin(folder / "site");
  FileSystem& files = stage->files();
  {
    auto file = create_in_folders(files, folder / "site/lists/a");
    REQUIRE(file);
    REQUIRE((*file)->write("half"));
    CHECK(fs::exists(stage->staged(folder / "site/lists/a")));
  }
  CHECK_FALSE(fs::exists(stage->staged(folder / "site/lists/a")));
}

TEST_CASE("a file is written twice into a staged folder: the second takes the first's place") {
  test::TestFolder folder;
  const auto stage = begin(folder / "site");
  REQUIRE(write_file(stage->files(), folder / "site/a", "a longer first"));
  REQUIRE(write_file(stage->files(), folder / "site/a", "second"));
  CHECK(text_of(stage->staged(folder / "site/a")) == "second");
}

TEST_CASE("in a staged folder, as elsewhere, a file is no folder") {
  test::TestFolder folder;
  const auto stage = begin(folder / "site");
  REQUIRE(write_file(stage->files(), folder / "site/a", "a"));
  const auto below = write_file(stage->files(), folder / "site/a/b", "b");
  REQUIRE_FALSE(below);
  CHECK(below.error().code == ENOTDIR);
  REQUIRE(stage->files().create_folders(folder / "site/folder"));
  const auto over = write_file(stage->files(), folder / "site/folder", "x");
  REQUIRE_FALSE(over);
  CHECK(over.error().code == EISDIR);
}

TEST_CASE("what is beside a staged folder is the disk") {
  test::TestFolder folder;
  const auto stage = begin(folder / "site");
  REQUIRE(write_file(stage->files(), folder / "site.txt", "x"));
  CHECK(text_of(folder / "site.txt") == "x");
}
