#pragma once

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "source/git_process.h"
#include "source/test_folder.h"

namespace catalog::test {

/// A repository made by git itself in a folder of its own.
class TestRepository {
 public:
  explicit TestRepository(std::vector<std::string> options = {}) {
    options.insert(options.begin(), {"init", "--quiet", "-b", "main"});
    git(options);
  }

  std::string path() const { return folder_.path(); }
  std::string operator/(const std::string& name) const { return folder_ / name; }

  void put(const std::string& name, std::string_view bytes) {
    std::filesystem::create_directories(std::filesystem::path(folder_ / name).parent_path());
    std::ofstream(folder_ / name, std::ios::binary) << bytes;
  }

  /// Commits all that is there; the commit's name.
  std::string commit(const std::string& message = "x") {
    git({"add", "-A"});
    git({"commit", "--quiet", "--allow-empty", "-m", message});
    return git({"rev-parse", "HEAD"});
  }

  /// What `git ARGUMENTS…` prints, without its last line end; it must succeed.
  std::string git(const std::vector<std::string>& arguments) const {
    return git_in(folder_.path(), arguments);
  }
  static std::string git_in(const std::string& folder, std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"-c", "user.name=x", "-c", "user.email=x@example.org",
                                         "-c", "commit.gpgsign=false"});
    const auto done = run_git(folder, arguments);
    REQUIRE(done);
    INFO(done->complaint);
    REQUIRE(done->ok());
    std::string out = done->out;
    if (out.ends_with('\n')) out.pop_back();
    return out;
  }

 private:
  TestFolder folder_;
};

/// A variable of the environment with another value to the end of the scope.
class TestVariable {
 public:
  TestVariable(const char* name, const std::string& value) : name_(name) {
    if (const char* before = std::getenv(name)) before_ = before, was_set_ = true;
    ::setenv(name, value.c_str(), 1);
  }
  TestVariable(const TestVariable&) = delete;
  TestVariable& operator=(const TestVariable&) = delete;
  ~TestVariable() {
    if (was_set_) {
      ::setenv(name_, before_.c_str(), 1);
    } else {
      ::unsetenv(name_);
    }
  }

 private:
  const char* name_;
  std::string before_;
  bool was_set_ = false;
};

/// Another current folder to the end of the scope.
class CurrentFolder {
 public:
  explicit CurrentFolder(const std::string& path) : before_(std::filesystem::current_path()) {
    std::filesystem::current_path(path);
  }
  CurrentFolder(const CurrentFolder&) = delete;
  CurrentFolder& operator=(const CurrentFolder&) = delete;
  ~CurrentFolder() { std::filesystem::current_path(before_); }

 private:
  std::filesystem::path before_;
};

}  // namespace catalog::test
