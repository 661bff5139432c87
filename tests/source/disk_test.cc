#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>

#include "source/file_system.h"
#include "source/test_folder.h"

using namespace catalog;
namespace fs = std::filesystem;

namespace {

void put(const std::string& path, std::string_view bytes) { std::ofstream(path) << bytes; }

std::string bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

unsigned mode_of(const std::string& path) {
  struct stat status;
  REQUIRE(::stat(path.c_str(), &status) == 0);
  return status.st_mode & 07777;
}

template <class T>
int code_of(const std::expected<T, IoError>& result) {
  return result ? 0 : result.error().code;
}

}  // namespace

TEST_CASE("a file is read whole, whatever its bytes") {
  test::TestFolder folder;
  std::string bytes = "公开\r\n";
  bytes += '\0';
  bytes += "\xFF";
  put(folder / "a.yaml", bytes);
  CHECK(disk().read(folder / "a.yaml").value() == bytes);
  put(folder / "empty", "");
  CHECK(disk().read(folder / "empty").value().empty());
  put(folder / "large", std::string(3'000'000, 'x'));
  CHECK(disk().read(folder / "large").value().size() == 3'000'000);
}

TEST_CASE("files of /proc, which tell no size, are read whole") {
  CHECK(disk().read("/proc/self/status").value().find("Name:") == 0);
}

TEST_CASE("reading says what is wrong with a path") {
  test::TestFolder folder;
  put(folder / "file", "x");
  CHECK(code_of(disk().read(folder / "missing")) == ENOENT);
  CHECK(code_of(disk().read(folder.path())) == EISDIR);
  CHECK(code_of(disk().read(folder / "file/below")) == ENOTDIR);
  CHECK(code_of(disk().read("")) == ENOENT);
}

TEST_CASE("a pipe is read to its end, one without end is refused") {
  test::TestFolder folder;
  const std::string pipe = folder / "pipe";
  REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
  std::thread writer([&] { put(pipe, std::string(200'000, 'y')); });
  const auto text = disk().read(pipe);
  writer.join();
  CHECK(text.value() == std::string(200'000, 'y'));
  CHECK(code_of(disk().read("/dev/zero")) == EFBIG);
  CHECK(disk().read("/dev/null").value().empty());
}

TEST_CASE("kinds of paths are told apart, links by what they lead to") {
  test::TestFolder folder;
  put(folder / "file", "x");
  fs::create_symlink("file", folder / "link");
  fs::create_symlink("nowhere", folder / "dangling");
  CHECK(disk().kind(folder / "file") == PathKind::File);
  CHECK(disk().kind(folder / "link") == PathKind::File);
  CHECK(disk().kind(folder.path()) == PathKind::Folder);
  CHECK(disk().kind("/dev/null") == PathKind::Other);
  CHECK(disk().kind(folder / "missing") == PathKind::Missing);
  CHECK(disk().kind(folder / "dangling") == PathKind::Missing);
}

TEST_CASE("a folder lists its entries bytewise") {
  test::TestFolder folder;
  for (const char* name : {"社会救助.yaml", "b", "A", ".hidden"}) put(folder / name, "x");
  fs::create_directory(folder / "a");
  fs::create_symlink("a", folder / "link");
  std::string all;
  const auto entries = disk().list(folder.path());
  for (const auto& [name, kind] : entries.value()) {
    all += name + (kind == PathKind::Folder ? "/ " : " ");
  }
  CHECK(all == ".hidden A a/ b link/ 社会救助.yaml ");
  CHECK(code_of(disk().list(folder / "b")) == ENOTDIR);
  CHECK(code_of(disk().list(folder / "missing")) == ENOENT);
}

TEST_CASE("folders are made with those above, and may be there already") {
  test::TestFolder folder;
  CHECK(disk().create_folders(folder / "a/b/c/"));
  CHECK(disk().create_folders(folder / "a/b"));
  CHECK(fs::is_directory(folder / "a/b/c"));
  CHECK(disk().create_folders("."));
  CHECK(disk().create_folders("/"));
  put(folder / "file", "x");
  CHECK(code_of(disk().create_folders(folder / "file")) == ENOTDIR);
  CHECK(code_of(disk().create_folders(folder / "file/below")) == ENOTDIR);
  CHECK(code_of(disk().create_folders("")) == ENOENT);
  CHECK_FALSE(disk().create_folders("/proc/catalog-test"));
}

TEST_CASE("a canonical path follows links and knows paths that are not there yet") {
  test::TestFolder folder;
  fs::create_directories(folder / "real/deep");
  fs::create_symlink("real", folder / "link");
  CHECK(disk().canonical(folder / "link/deep/../x.yaml") == folder / "real/x.yaml");
  CHECK(disk().canonical(folder / "./link") == folder / "real");
  CHECK(disk().canonical(folder / "no/such/../file") == folder / "no/file");
  CHECK(disk().canonical(".") == fs::current_path().string());
  CHECK(disk().canonical("no-such") == (fs::current_path() / "no-such").string());
}

TEST_CASE("nothing is seen of a file until it is committed") {
  test::TestFolder folder;
  const std::string path = folder / "社会救助.yaml";
  put(path, "old");
  auto pending = disk().create(path).value();
  REQUIRE(pending->write("new "));
  REQUIRE(pending->write("text"));
  CHECK(bytes_of(path) == "old");
  REQUIRE(pending->commit());
  CHECK(bytes_of(path) == "new text");
  CHECK(folder.count() == 1);
  CHECK(pending->commit());
  CHECK(code_of(pending->write("more")) == EBADF);
}

TEST_CASE("a file that is given up leaves nothing") {
  test::TestFolder folder;
  for (FileSystem* files : {&disk(), &disk_without_sync()}) {
    auto pending = files->create(folder / "a.yaml").value();
    REQUIRE(pending->write("half"));
    CHECK(folder.count() == 1);  // the file beside the target
    CHECK_FALSE(fs::exists(folder / "a.yaml"));
  }
  CHECK(folder.count() == 0);
}

TEST_CASE("without waiting for the device files appear whole all the same") {
  test::TestFolder folder;
  put(folder / "a", "old");
  auto pending = disk_without_sync().create(folder / "a").value();
  REQUIRE(pending->write("new"));
  CHECK(bytes_of(folder / "a") == "old");
  REQUIRE(pending->commit());
  CHECK(bytes_of(folder / "a") == "new");
  CHECK(folder.count() == 1);
}

TEST_CASE("a replaced file keeps its mode, a new one has that of the umask") {
  test::TestFolder folder;
  put(folder / "a", "old");
  REQUIRE(::chmod((folder / "a").c_str(), 0640) == 0);
  REQUIRE(write_file(disk(), folder / "a", "new"));
  CHECK(mode_of(folder / "a") == 0640);

  const mode_t before = ::umask(027);
  REQUIRE(write_file(disk(), folder / "b", "new"));
  ::umask(before);
  CHECK(mode_of(folder / "b") == 0640);
}

TEST_CASE("writing to a link writes the file it leads to") {
  test::TestFolder folder;
  fs::create_directory(folder / "real");
  put(folder / "real/a", "old");
  fs::create_symlink("real/a", folder / "link");
  fs::create_symlink("real/new", folder / "dangling");
  fs::create_symlink("circle", folder / "circle");
  REQUIRE(write_file(disk(), folder / "link", "new"));
  REQUIRE(write_file(disk(), folder / "dangling", "fresh"));
  CHECK(fs::is_symlink(folder / "link"));
  CHECK(fs::is_symlink(folder / "dangling"));
  CHECK(bytes_of(folder / "real/a") == "new");
  CHECK(bytes_of(folder / "real/new") == "fresh");
  CHECK(code_of(disk().create(folder / "circle")) == ELOOP);
}

TEST_CASE("a name as long as names may be can be written") {
  test::TestFolder folder;
  std::string name;
  while (name.size() < 255) name += "政";
  REQUIRE(write_file(disk(), folder / name, "x"));
  CHECK(bytes_of(folder / name) == "x");
  CHECK(code_of(disk().create(folder / (name + "a"))) == ENAMETOOLONG);
}

TEST_CASE("what can't be written is refused at once") {
  test::TestFolder folder;
  put(folder / "file", "x");
  CHECK(code_of(disk().create(folder / "missing/a")) == ENOENT);
  CHECK(code_of(disk().create(folder / "file/a")) == ENOTDIR);
  CHECK(code_of(disk().create(folder.path())) == EISDIR);
  CHECK(code_of(disk().create(folder / "new/")) == EISDIR);
  CHECK(code_of(disk().create("")) == ENOENT);
  CHECK_FALSE(disk().create("/proc/catalog-test"));
  if (::geteuid() != 0) {
    REQUIRE(::chmod((folder / "file").c_str(), 0444) == 0);
    CHECK(code_of(disk().create(folder / "file")) == EACCES);
  }
}

TEST_CASE("a full disk is reported by write and again by commit") {
  auto pending = disk().create("/dev/full").value();
  CHECK(code_of(pending->write("x")) == ENOSPC);
  CHECK(code_of(pending->write("")) == ENOSPC);
  CHECK(code_of(pending->commit()) == ENOSPC);
  CHECK(fs::is_character_file("/dev/full"));
}

TEST_CASE("a pipe is written to directly") {
  test::TestFolder folder;
  const std::string pipe = folder / "pipe";
  REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
  std::string received;
  std::thread reader([&] { received = bytes_of(pipe); });
  CHECK(write_file(disk(), pipe, "through the pipe"));
  reader.join();
  CHECK(received == "through the pipe");
  CHECK(fs::is_fifo(pipe));
}

TEST_CASE("an open file is written on where it stands, not from its beginning") {
  test::TestFolder folder;
  put(folder / "out", "");
  const int number = ::open((folder / "out").c_str(), O_WRONLY);
  REQUIRE(number >= 0);
  REQUIRE(::write(number, "head ", 5) == 5);
  CHECK(write_file(disk(), "/dev/fd/" + std::to_string(number), "tail"));
  REQUIRE(::write(number, " end", 4) == 4);
  ::close(number);
  CHECK(bytes_of(folder / "out") == "head tail end");
  CHECK(code_of(disk().create("/dev/fd/" + std::to_string(number))) == EBADF);
}

TEST_CASE("write_file makes folders; write_if_changed leaves an equal file untouched") {
  test::TestFolder folder;
  const std::string path = folder / "build/社会救助/a.html";
  CHECK(write_if_changed(disk(), path, "one").value());
  const auto time = fs::last_write_time(path);
  struct stat before, after;
  REQUIRE(::stat(path.c_str(), &before) == 0);
  CHECK_FALSE(write_if_changed(disk(), path, "one").value());
  REQUIRE(::stat(path.c_str(), &after) == 0);
  CHECK(before.st_ino == after.st_ino);
  CHECK(fs::last_write_time(path) == time);
  CHECK(write_if_changed(disk(), path, "two").value());
  CHECK(bytes_of(path) == "two");
  CHECK(code_of(write_if_changed(disk(), folder.path(), "x")) == EISDIR);
  CHECK(code_of(write_if_changed(disk(), "/dev/full", "x")) == ENOSPC);
}
