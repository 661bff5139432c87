#include <doctest/doctest.h>
#include <cerrno>

#include "source/memory_file_system.h"

using namespace catalog;

namespace {

/// A memory in which the last step of writing some paths fails.
class Stubborn : public MemoryFileSystem {
 public:
  std::string fails_at;       ///< this path can't take its place
  bool keeps_failing = true;  ///< and nothing can be written after that
  bool failed = false;

  std::expected<std::unique_ptr<PendingFile>, IoError> create(const std::string& path) override {
    auto below = MemoryFileSystem::create(path);
    if (!below) return below;
    if (failed && keeps_failing)
      return std::unexpected(IoError{path, EROFS, say({"不能写。", "No writing."})});
    return std::make_unique<Pending>(*this, path, std::move(*below));
  }

 private:
  class Pending : public PendingFile {
   public:
    Pending(Stubborn& owner, std::string path, std::unique_ptr<PendingFile> below)
        : owner_(owner), path_(std::move(path)), below_(std::move(below)) {}
    std::expected<void, IoError> write(std::string_view bytes) override {
      return below_->write(bytes);
    }
    std::expected<void, IoError> commit() override {
      if (path_ != owner_.fails_at) return below_->commit();
      owner_.failed = true;
      return std::unexpected(IoError{path_, EIO, say({"改名失败。", "Renaming failed."})});
    }

   private:
    Stubborn& owner_;
    std::string path_;
    std::unique_ptr<PendingFile> below_;
  };
};

void put_three(MemoryFileSystem& files) {
  for (const char* name : {"/w/a", "/w/b", "/w/c"}) files.put(name, std::string("old ") + name[3]);
}

const std::vector<FileBytes> kThree{{"/w/a", "new a"}, {"/w/b", "new b"}, {"/w/c", "new c"}};

}  // namespace

TEST_CASE("several files are written, new ones behind those that were there") {
  MemoryFileSystem files;
  put_three(files);
  std::vector<FileBytes> all{{"/w/sub/new", "n"}};
  all.insert(all.end(), kThree.begin(), kThree.end());
  REQUIRE(write_all(files, all));
  CHECK(files.written_paths() == std::vector<std::string>{"/w/a", "/w/b", "/w/c", "/w/sub/new"});
  CHECK(files.files().at("/w/b") == "new b");
  CHECK(files.files().at("/w/sub/new") == "n");
  CHECK(write_all(files, {}));
}

TEST_CASE("where one file can't be prepared nothing is written") {
  for (const int code : {EACCES, ENOSPC}) {
    MemoryFileSystem files;
    put_three(files);
    files.fail("/w/c", code);
    const auto done = write_all(files, kThree);
    REQUIRE_FALSE(done);
    CHECK(files.written_paths().empty());
    CHECK(files.files().at("/w/a") == "old a");
  }
}

TEST_CASE("where a file can't take its place the others are put back") {
  Stubborn files;
  put_three(files);
  files.fails_at = "/w/c";
  files.keeps_failing = false;
  const auto done = write_all(files, kThree);
  REQUIRE_FALSE(done);
  for (const char* name : {"/w/a", "/w/b", "/w/c"})
    CHECK(files.files().at(name) == std::string("old ") + name[3]);
  CHECK(done.error().message.in(Lang::En) ==
        "Renaming failed. The other files were put back: nothing was changed.");
}

TEST_CASE("what could not be put back is named") {
  Stubborn files;
  put_three(files);
  files.fails_at = "/w/c";
  const auto done = write_all(files, kThree);
  REQUIRE_FALSE(done);
  CHECK(files.files().at("/w/c") == "old c");
  CHECK(done.error().message.in(Lang::En).find("/w/a, /w/b") != std::string::npos);
  CHECK(done.error().message.in(Lang::Zh).find("git checkout") != std::string::npos);
}

TEST_CASE("the first failure leaves nothing to put back") {
  Stubborn files;
  put_three(files);
  files.fails_at = "/w/a";
  const auto done = write_all(files, kThree);
  REQUIRE_FALSE(done);
  CHECK(files.written_paths().empty());
  CHECK(done.error().message.in(Lang::Zh) == "改名失败。");
}
