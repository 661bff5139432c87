#include "source/memory_file_system.h"

#include <doctest/doctest.h>

#include <cerrno>
#include <random>
#include <string>
#include <vector>

#include "source/test_folder.h"

using namespace catalog;

namespace {

template <class T>
int code_of(const std::expected<T, IoError>& result) {
  return result ? 0 : result.error().code;
}

}  // namespace

TEST_CASE("a file that was put is there with its folders") {
  MemoryFileSystem files;
  files.put("./lists/310104/a.yaml", "kind: list");
  CHECK(files.read("lists/310104/../310104/a.yaml").value() == "kind: list");
  CHECK(files.kind("lists/310104") == PathKind::Folder);
  CHECK(files.kind("lists") == PathKind::Folder);
  CHECK(files.kind("lists/b.yaml") == PathKind::Missing);
  CHECK(files.list(".").value().at(0).name == "lists");
  CHECK(files.canonical("./lists/../x") == "x");
}

TEST_CASE("it records what was read and what was written") {
  MemoryFileSystem files;
  files.put("a", "1");
  CHECK(files.read("a"));
  CHECK_FALSE(files.read("missing"));
  CHECK(write_if_changed(files, "out/b", "2").value());
  CHECK_FALSE(write_if_changed(files, "out/b", "2").value());
  { auto given_up = files.create("c"); }
  CHECK(files.read_paths() == std::vector<std::string>{"a", "missing", "out/b"});
  CHECK(files.written_paths() == std::vector<std::string>{"out/b"});
  CHECK(files.folders() == std::set<std::string>{"out"});
  CHECK(files.files().size() == 2);
}

TEST_CASE("it fails as told: a full disk when bytes come, missing rights at once") {
  MemoryFileSystem files;
  files.put("a", "1");
  files.fail("a", ENOSPC);
  auto pending = files.create("a").value();
  CHECK(code_of(pending->write("x")) == ENOSPC);
  CHECK(code_of(pending->commit()) == ENOSPC);
  CHECK(files.files().at("a") == "1");
  CHECK(code_of(files.read("a")) == ENOSPC);

  files.fail("dir", EACCES);
  CHECK(code_of(files.create("dir")) == EACCES);
  CHECK(code_of(files.list("dir")) == EACCES);
  CHECK(code_of(files.create_folders("dir")) == EACCES);
}

namespace {

/// Does one random thing to both file systems and compares what they say.
class Twins {
 public:
  explicit Twins(uint32_t seed) : random_(seed) {}

  void step() {
    const std::string path = random_path();
    CAPTURE(path);
    switch (random_() % 6) {
      case 0:
        return compare_reads(path);
      case 1:
        return compare_lists(path);
      case 2:
        return compare_writes(path);
      case 3:
        CHECK(code_of(disk().create_folders(on_disk(path))) ==
              code_of(memory_.create_folders(path)));
        return;
      case 4:
        CHECK(code_of(write_if_changed(disk(), on_disk(path), "same")) ==
              code_of(write_if_changed(memory_, path, "same")));
        return;
      default:
        CHECK(disk().kind(on_disk(path)) == memory_.kind(path));
        CHECK(relative_path(disk().canonical(on_disk(path)), folder_.path()) ==
              memory_.canonical(path));
    }
  }

 private:
  std::string on_disk(const std::string& path) const { return folder_.path() + "/" + path; }

  std::string random_path() {
    constexpr const char* kNames[] = {"a", "b", "目录", "c.yaml", "."};
    std::string path;
    for (size_t depth = random_() % 3; depth > 0; --depth) {
      path = join_path(path, kNames[random_() % 5]);
    }
    return join_path(path, kNames[random_() % 4]);
  }

  void compare_reads(const std::string& path) {
    const auto real = disk().read(on_disk(path));
    const auto imagined = memory_.read(path);
    CHECK(code_of(real) == code_of(imagined));
    if (real && imagined) CHECK(*real == *imagined);
  }

  void compare_lists(const std::string& path) {
    const auto real = disk().list(on_disk(path));
    const auto imagined = memory_.list(path);
    REQUIRE(code_of(real) == code_of(imagined));
    if (!real) return;
    REQUIRE(real->size() == imagined->size());
    for (size_t at = 0; at < real->size(); ++at) {
      CHECK((*real)[at].name == (*imagined)[at].name);
      CHECK((*real)[at].kind == (*imagined)[at].kind);
    }
  }

  void compare_writes(const std::string& path) {
    auto real = disk().create(on_disk(path));
    auto imagined = memory_.create(path);
    REQUIRE(code_of(real) == code_of(imagined));
    if (!real) return;
    const std::string bytes(random_() % 5, 'x');
    CHECK((*real)->write(bytes));
    CHECK((*imagined)->write(bytes));
    if (random_() % 4 == 0) return;  // given up
    CHECK((*real)->commit());
    CHECK((*imagined)->commit());
  }

  test::TestFolder folder_;
  MemoryFileSystem memory_;
  std::mt19937 random_;
};

}  // namespace

TEST_CASE("memory and disk say the same through any script of operations") {
  for (uint32_t seed = 0; seed < 20; ++seed) {
    CAPTURE(seed);
    Twins twins(seed);
    for (int step = 0; step < 150; ++step) twins.step();
  }
}
