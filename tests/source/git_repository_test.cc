#include "source/git_repository.h"

#include <doctest/doctest.h>

#include <cerrno>

#include "source/test_repository.h"

using namespace catalog;
using namespace catalog::test;

namespace {

GitRepository around(const std::string& path) {
  auto found = GitRepository::around(path);
  if (!found) FAIL(found.error().message.in(Lang::En));
  return *found;
}

template <class T>
std::string complaint(const std::expected<T, IoError>& result) {
  return result ? "" : result.error().message.in(Lang::En);
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != text.npos; }

}  // namespace

TEST_CASE("the repository of a path is found, though the path is gone") {
  TestRepository made;
  made.put("a/b/c.yaml", "x");
  made.commit();
  for (const char* path : {"", "a", "a/b/c.yaml", "a/gone/further.yaml"})
    CHECK(around(made / path).root() == made.path());
  CHECK(around(made / "a").inside(made / "a/b/../b/c.yaml") == "a/b/c.yaml");
  CHECK(around(made / "a").inside(made.path()) == ".");
  CHECK_FALSE(around(made / "a").inside("/usr/share/catalog").has_value());
  CHECK_FALSE(around(made / "a").inside(made.path() + "-other/x").has_value());
}

TEST_CASE("relative paths and links outside lead into the repository too") {
  TestRepository made;
  made.put("a/c.yaml", "x");
  TestFolder elsewhere;
  std::filesystem::create_directory_symlink(made.path(), elsewhere / "link");
  CHECK(around(made.path()).inside(elsewhere / "link/a/c.yaml") == "a/c.yaml");
  const CurrentFolder here(made / "a");
  CHECK(around(".").inside("c.yaml") == "a/c.yaml");
  CHECK(around("c.yaml").inside("../d.yaml") == "d.yaml");
}

TEST_CASE("where there is no repository, the message says so") {
  TestFolder folder;
  const auto none = GitRepository::around(folder.path());
  REQUIRE_FALSE(none);
  CHECK(has(complaint(none), "is in no git repository"));
}

TEST_CASE("where there is no git, the message says so") {
  TestFolder empty;
  const TestVariable path("PATH", empty.path());
  CHECK(has(complaint(GitRepository::around(".")), "git was not found"));
}

TEST_CASE("a revision is whatever git takes for one, and nothing else") {
  TestRepository made;
  made.put("a", "1");
  const std::string first = made.commit("first");
  made.git({"tag", "-a", "v1", "-m", "one"});
  made.put("a", "2");
  made.commit("second");
  const GitRepository repository = around(made.path());
  const std::string tree = made.git({"rev-parse", first + "^{tree}"});
  for (const std::string& revision : {first, first.substr(0, 10), std::string("HEAD~1"),
                                      std::string("v1"), std::string(":/first"), tree})
    CHECK(repository.tree_of(revision) == tree);
  for (const std::string& revision :
       {std::string("nowhere"), std::string(""), std::string("--help"), std::string("-1"),
        std::string("HEAD~9"), std::string(40, 'a'), std::string("HEAD\0x", 6),
        std::string("HEAD:a"), std::string("HEAD; echo x")}) {
    INFO(revision);
    CHECK(has(complaint(repository.tree_of(revision)), "There is no revision"));
  }
}

TEST_CASE("zeros mean that there was nothing before") {
  TestRepository made;
  CHECK(around(made.path()).tree_of(std::string(40, '0')) == "");
  CHECK(around(made.path()).tree_of("HEAD") == "");
  CHECK(has(complaint(around(made.path()).tree_of("main")), "There is no revision"));
}

TEST_CASE("REV... is where REV and HEAD parted") {
  TestRepository made;
  made.put("a", "1");
  const std::string first = made.commit();
  made.git({"checkout", "--quiet", "-b", "work"});
  made.put("a", "2");
  made.commit();
  made.git({"checkout", "--quiet", "main"});
  made.put("b", "3");
  made.commit();
  made.git({"checkout", "--quiet", "work"});
  const GitRepository repository = around(made.path());
  CHECK(repository.tree_of("main...") == repository.tree_of(first).value());
  CHECK(repository.tree_of("main...") != repository.tree_of("main").value());
  CHECK(has(complaint(repository.tree_of("nowhere...")), "nowhere"));
}

TEST_CASE("of a shallow clone, the message says how to get the rest") {
  TestRepository made;
  const std::string first = made.commit();
  made.put("a", "2");
  made.commit();
  TestFolder folder;
  TestRepository::git_in(folder.path(),
                         {"clone", "--quiet", "--depth=1", "file://" + made.path(), "shallow"});
  const GitRepository shallow = around(folder / "shallow");
  for (const std::string& revision : {first, std::string("HEAD~1"), std::string("HEAD~1...")}) {
    INFO(revision);
    CHECK(has(complaint(shallow.tree_of(revision)), "fetch-depth: 0"));
    CHECK(has(complaint(shallow.tree_of(revision)), "GIT_DEPTH: 0"));
  }
  CHECK(shallow.tree_of("HEAD"));
}

TEST_CASE("a blob has the name that git gives it") {
  for (const char* format : {"sha1", "sha256"}) {
    TestRepository made({"--object-format=" + std::string(format)});
    std::string bytes = "公开\r\n";
    bytes += '\0';
    made.put("a", bytes);
    const std::string name = made.git({"hash-object", made / "a"});
    CHECK(git_blob_name(bytes, name) == name);
  }
}

TEST_CASE("GIT_DIR holds, as for git itself") {
  TestRepository one, two;
  one.put("a", "1");
  const std::string commit = one.commit();
  const TestVariable variable("GIT_DIR", one / ".git");
  const CurrentFolder here(two.path());
  CHECK(around(".").tree_of(commit));
}

TEST_CASE("a conversation with a git that has ended fails, without a signal or a hang") {
  TestRepository made;
  auto git = GitConversation::start(made.path(), {"version"});
  REQUIRE(git);
  // The first question may still be written before git has ended.
  (void)(*git)->ask("x");
  // What it printed is shorter than this.
  CHECK_FALSE((*git)->take(100000).has_value());
  for (int i = 0; i < 3; i++) CHECK_FALSE((*git)->ask("x").has_value());
}
