#include "source/io_error.h"

#include <doctest/doctest.h>

#include <cerrno>
#include <string>

using namespace catalog;

TEST_CASE("an error of the world is a sentence that says what to do") {
  CHECK(io_error("a.yaml", EACCES, IoAction::Write).message.in(Lang::Zh) ==
        "没有权限写入“a.yaml”：请检查文件和文件夹的权限，或请管理员授权。");
  CHECK(io_error("a.yaml", ENOSPC, IoAction::Write).message.in(Lang::En) ==
        "The disk is full, can't write “a.yaml”: free some space and try again.");
  CHECK(io_error("lists", EISDIR, IoAction::Read).message.in(Lang::Zh) ==
        "“lists”是文件夹，不是文件：请给出文件的路径。");
  CHECK(io_error("a", ENOTDIR, IoAction::List).message.in(Lang::En) ==
        "“a” is a file, not a folder: give the path of a folder.");
}

TEST_CASE("a missing path reads differently where it is to be written") {
  CHECK(io_error("a/b", ENOENT, IoAction::Read).message.in(Lang::Zh) ==
        "“a/b”不存在：请检查路径和当前文件夹。");
  CHECK(io_error("a/b", ENOENT, IoAction::Write).message.in(Lang::Zh) ==
        "“a/b”所在的文件夹不存在：请检查路径，或先建立该文件夹。");
}

TEST_CASE("an error that has no sentence keeps the system's words") {
  const IoError error = io_error("a", ENOTTY, IoAction::Read);
  CHECK(error.message.in(Lang::Zh).starts_with("无法读取“a”："));
  CHECK(error.message.in(Lang::En).starts_with("Can't read “a”: "));
  CHECK(error.code == ENOTTY);
}

TEST_CASE("an empty path is shown as empty, braces in a path stand for themselves") {
  CHECK(io_error("", ENOENT, IoAction::Read).message.in(Lang::En).starts_with("“(empty)”"));
  CHECK(io_error("{0}", ENOENT, IoAction::Read).message.in(Lang::En).starts_with("“{0}”"));
}

TEST_CASE("every errno has a sentence in both languages for whatever was done") {
  for (int code = 1; code < 134; ++code) {
    for (const auto action :
         {IoAction::Read, IoAction::Write, IoAction::List, IoAction::MakeFolder}) {
      CAPTURE(code);
      const IoError error = io_error("目录/a.yaml", code, action);
      CHECK(error.message.in(Lang::Zh).find("目录/a.yaml") != std::string::npos);
      CHECK(error.message.in(Lang::En).find("目录/a.yaml") != std::string::npos);
      CHECK(error.message.in(Lang::Zh).ends_with("。"));
    }
  }
}
