#include "source/revision_file_system.h"

#include <doctest/doctest.h>

#include <cerrno>
#include <thread>

#include "source/test_repository.h"

using namespace catalog;
using namespace catalog::test;
namespace fs = std::filesystem;

namespace {

std::unique_ptr<RevisionFileSystem> at(const std::string& path, const std::string& revision) {
  const auto repository = GitRepository::around(path);
  REQUIRE(repository);
  auto files = RevisionFileSystem::open(*repository, revision);
  if (!files) FAIL(files.error().message.in(Lang::En));
  return std::move(*files);
}

std::string names(FileSystem& files, const std::string& path) {
  const auto entries = files.list(path);
  if (!entries) return "error " + std::to_string(entries.error().code);
  std::string out;
  for (const DirectoryEntry& entry : *entries)
    out += entry.name + (entry.kind == PathKind::Folder ? "/ " : " ");
  return out;
}

template <class T>
int code_of(const std::expected<T, IoError>& result) {
  return result ? 0 : result.error().code;
}

}  // namespace

TEST_CASE("files are as they were, whatever the work tree and the index hold") {
  TestRepository made;
  made.put("lists/a.yaml", "one");
  made.put("lists/gone.yaml", "gone");
  made.commit();
  made.put("lists/a.yaml", "two");
  fs::remove(made / "lists/gone.yaml");
  made.put("new.yaml", "new");
  made.git({"add", "new.yaml"});
  const auto head = at(made.path(), "HEAD");
  CHECK(head->read(made / "lists/a.yaml") == "one");
  CHECK(head->read(made / "lists/gone.yaml") == "gone");
  CHECK(head->kind(made / "new.yaml") == PathKind::Missing);
  CHECK(head->kind(made / "lists") == PathKind::Folder);
  CHECK(head->kind(made.path()) == PathKind::Folder);
  CHECK(names(*head, made.path()) == "lists/ ");
  made.commit();
  CHECK(at(made.path(), "HEAD")->read(made / "lists/a.yaml") == "two");
  CHECK(at(made.path(), "HEAD~1")->read(made / "lists/a.yaml") == "one");
}

TEST_CASE("folders are listed as the disk lists them") {
  TestRepository made;
  for (const char* name : {"a/x", "a/y/z", "a-b/x", "a.b", "a0", "B", "b/c/d/e", "中/文"})
    made.put(name, name);
  made.commit();
  const auto head = at(made.path(), "HEAD");
  for (const char* folder : {"a", "a/y", "a-b", "b", "b/c", "中"})
    CHECK(names(*head, made / folder) == names(disk(), made / folder));
  CHECK(".git/ " + names(*head, made.path()) == names(disk(), made.path()));
  CHECK(code_of(head->list(made / "a0")) == ENOTDIR);
  CHECK(code_of(head->list(made / "nowhere")) == ENOENT);
}

TEST_CASE("paths may hold any bytes") {
  TestRepository made;
  const std::vector<std::string> paths{"a b",         "tab\there", "line\nbreak", "quote\"'",
                                       "清单/徐汇区", "\xFF\xFE",  "back\\slash", "*?[x]",
                                       "-dash",       ":colon"};
  for (const std::string& path : paths) made.put("d/" + path, path);
  made.commit();
  const auto head = at(made / "d", "HEAD");
  for (const std::string& path : paths) CHECK(head->read(made / ("d/" + path)) == path);
  CHECK(names(*head, made / "d") == names(disk(), made / "d"));
}

TEST_CASE("a bare repository is read below its folder") {
  TestRepository made;
  made.put("lists/a.yaml", "one");
  made.commit();
  TestFolder folder;
  TestRepository::git_in(folder.path(), {"clone", "--quiet", "--bare", made.path(), "x.git"});
  const auto head = at(folder / "x.git", "main");
  CHECK(head->read(folder / "x.git/lists/a.yaml") == "one");
  CHECK(names(*head, folder / "x.git") == "lists/ ");
  const CurrentFolder here(folder / "x.git");
  const auto source = open_revision({"main", "lists/a.yaml"});
  REQUIRE(source);
  CHECK(source->files->read(source->path) == "one");
}

TEST_CASE("large and many files are read from several threads through one git") {
  TestRepository made;
  for (int i = 0; i < 50; i++) made.put("n/" + std::to_string(i), std::to_string(i));
  const std::string large(20'000'000, 'x');
  made.put("large", large);
  made.put("empty", "");
  made.commit();
  const auto head = at(made.path(), "HEAD");
  std::vector<std::thread> threads;
  std::atomic<int> right = 0;
  for (int t = 0; t < 4; t++) {
    threads.emplace_back([&] {
      right += head->read(made / "large") == large;
      for (int i = 0; i < 50; i++)
        right += head->read(made / ("n/" + std::to_string(i))) == std::to_string(i);
      right += head->read(made / "empty") == "";
    });
  }
  for (std::thread& thread : threads) thread.join();
  CHECK(right == 4 * 52);
}

TEST_CASE("links are followed within the revision") {
  TestRepository made;
  made.put("real/a.yaml", "one");
  fs::create_symlink("real/a.yaml", made / "file");
  fs::create_directory_symlink("real", made / "folder");
  fs::create_directory_symlink("../folder", made / "real/up");
  fs::create_symlink("circle", made / "circle");
  fs::create_symlink("/etc/passwd", made / "out");
  fs::create_symlink("../../x", made / "above");
  made.commit();
  fs::remove(made / "folder");
  fs::create_directory_symlink("elsewhere", made / "folder");
  const auto head = at(made.path(), "HEAD");
  CHECK(head->read(made / "file") == "one");
  CHECK(head->read(made / "folder/a.yaml") == "one");
  CHECK(head->read(made / "folder/up/up/a.yaml") == "one");
  CHECK(names(*head, made / "folder") == "a.yaml up/ ");
  CHECK(head->canonical(made / "folder/up/a.yaml") == made / "real/a.yaml");
  for (const char* path : {"circle", "out", "above"}) {
    CHECK(head->kind(made / path) == PathKind::Missing);
    CHECK(code_of(head->read(made / path)) == ENOENT);
  }
}

TEST_CASE("reading says what is wrong, and nothing can be written") {
  TestRepository made;
  made.put("a/b", "x");
  made.commit();
  const auto head = at(made.path(), "HEAD");
  CHECK(code_of(head->read(made / "a")) == EISDIR);
  const auto missing = head->read(made / "a/c");
  REQUIRE_FALSE(missing);
  CHECK(missing.error().message.in(Lang::En).find("at revision “HEAD”") != std::string::npos);
  CHECK(code_of(head->create(made / "a/b")) == EROFS);
  CHECK(code_of(head->create_folders(made / "c")) == EROFS);
}

TEST_CASE("what lies outside the repository is read from the disk") {
  TestRepository made;
  made.commit();
  TestFolder elsewhere;
  std::ofstream(elsewhere / "x") << "outside";
  const auto head = at(made.path(), "HEAD");
  CHECK(head->read(elsewhere / "x") == "outside");
  CHECK(head->kind(elsewhere / "x") == PathKind::File);
  CHECK(names(*head, elsewhere.path()) == "x ");
  CHECK(head->blob(elsewhere / "x").empty());
}

TEST_CASE("a submodule is no file, an object that is lost is an error") {
  TestRepository made;
  made.put("a", "lost bytes");
  const std::string commit = made.commit();
  made.git({"update-index", "--add", "--cacheinfo", "160000," + commit + ",module"});
  made.git({"commit", "--quiet", "-m", "module"});
  const auto head = at(made.path(), "HEAD");
  CHECK(head->kind(made / "module") == PathKind::Other);
  CHECK(code_of(head->read(made / "module")) == ENOENT);
  const std::string blob(head->blob(made / "a"));
  fs::remove(made / (".git/objects/" + blob.substr(0, 2) + "/" + blob.substr(2)));
  const auto lost = head->read(made / "a");
  REQUIRE_FALSE(lost);
  CHECK(lost.error().message.in(Lang::En).find("git has no content") == 0);
}

TEST_CASE("nothing before is an empty folder") {
  TestRepository made;
  made.put("a", "x");
  const auto nothing = at(made.path(), std::string(40, '0'));
  CHECK(nothing->kind(made / "a") == PathKind::Missing);
  CHECK(names(*nothing, made.path()).empty());
}

TEST_CASE("REV:PATH is split as git splits it") {
  const auto split = [](std::string_view text) {
    const auto made = revision_path(text);
    return made ? made->revision + " | " + made->path : "none";
  };
  CHECK(split("HEAD~1:lists/a.yaml") == "HEAD~1 | lists/a.yaml");
  CHECK(split("main:a:b") == "main | a:b");
  CHECK(split("HEAD^{/fix: x}:a") == "HEAD^{/fix: x} | a");
  CHECK(split("main:") == "main | ");
  CHECK(split(":a") == "none");
  CHECK(split("lists/a.yaml") == "none");
}

TEST_CASE("PATH of REV:PATH counts from the root, with ./ or ../ from the current folder") {
  TestRepository made;
  made.put("a/b.yaml", "one");
  made.commit();
  fs::remove_all(made / "a/b.yaml");
  const CurrentFolder here(made / "a");
  for (const char* path : {"a/b.yaml", "./b.yaml", "../a/b.yaml"}) {
    const auto source = open_revision({"HEAD", path});
    REQUIRE(source);
    CHECK(source->files->read(source->path) == "one");
  }
  const auto root = open_revision({"HEAD", ""});
  REQUIRE(root);
  CHECK(names(*root->files, root->path) == "a/ ");
}
