#include "source/staged_folder.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>

#include "source/io_error.h"

namespace catalog {

namespace {

constexpr std::string_view kStageMark = ".catalog-stage-";
constexpr std::string_view kOldMark = ".catalog-old-";

std::unexpected<IoError> failed(const std::string& path, int code) {
  return std::unexpected(io_error(path, code, IoAction::Write));
}

/// Removes a folder with all that is in it; what can't be removed stays.
void remove_tree(const std::string& path) {
  std::error_code ignored;
  std::filesystem::remove_all(path, ignored);
}

/// `.build.catalog-stage-` beside /srv/build.
std::string beside(const std::string& target, std::string_view mark) {
  return join_path(folder_of(target), "." + std::string(name_of(target)) + std::string(mark));
}

std::string path_in_stage(const std::string& path, const std::string& target,
                          const std::string& stage) {
  if (path == target) return stage;
  return path.starts_with(target + "/") ? stage + path.substr(target.size()) : path;
}

/// What is below `target` is written below `stage`, where nobody sees it before it is whole.
class StagedFiles : public FileSystem {
 public:
  StagedFiles(FileSystem& disk, std::string target, std::string stage)
      : disk_(disk), target_(std::move(target)), stage_(std::move(stage)) {}

  std::expected<std::string, IoError> read(const std::string& path) override {
    return disk_.read(path);
  }
  PathKind kind(const std::string& path) override { return disk_.kind(path); }
  std::expected<std::vector<DirectoryEntry>, IoError> list(const std::string& path) override {
    return disk_.list(path);
  }
  std::expected<std::unique_ptr<PendingFile>, IoError> create(const std::string& path) override {
    const std::string place = staged(path);
    return place == path ? disk_.create(path) : create_unseen(place);
  }
  std::expected<void, IoError> create_folders(const std::string& path) override {
    return disk_.create_folders(staged(path));
  }
  std::string canonical(const std::string& path) override { return disk_.canonical(path); }

 private:
  std::string staged(const std::string& path) const { return path_in_stage(path, target_, stage_); }

  FileSystem& disk_;
  std::string target_, stage_;
};

/// Waits until nobody else stages a folder beside this one.
std::expected<FileHandle, IoError> lock_folder(const std::string& path) {
  FileHandle handle = open_file(path, O_RDONLY | O_DIRECTORY);
  if (!handle) return failed(path, errno);
  while (::flock(handle.get(), LOCK_EX) != 0) {
    // Where folders can't be locked (some network drives) there is no other way than to trust.
    if (errno != EINTR) break;
  }
  return handle;
}

/// Clears away what a killed process left, and puts an old folder back that it had moved aside.
void clear_leftovers(const std::string& target) {
  const std::string folder(folder_of(target));
  const auto entries = disk().list(folder);
  if (!entries) return;
  const std::string stage(name_of(beside(target, kStageMark)));
  const std::string old(name_of(beside(target, kOldMark)));
  for (const DirectoryEntry& entry : *entries) {
    const std::string path = join_path(folder, entry.name);
    if (entry.name.starts_with(stage)) remove_tree(path);
    if (!entry.name.starts_with(old)) continue;
    if (disk().kind(target) != PathKind::Missing || ::rename(path.c_str(), target.c_str()) != 0)
      remove_tree(path);
  }
}

/// The rights of the folder that is replaced, or those of any new one.
mode_t mode_for(const std::string& target) {
  struct stat old;
  if (::stat(target.c_str(), &old) == 0) return old.st_mode & 07777;
  const mode_t mask = ::umask(0);
  ::umask(mask);
  return 0777 & ~mask;
}

}  // namespace

StagedFolder::StagedFolder(std::string given, std::string target, FileHandle lock)
    : given_(std::move(given)), target_(std::move(target)), lock_(std::move(lock)) {}

StagedFolder::~StagedFolder() {
  if (!stage_.empty()) remove_tree(stage_);
}

std::expected<std::unique_ptr<StagedFolder>, IoError> StagedFolder::begin(
    const std::string& target) {
  const std::string real = disk().canonical(target);
  const PathKind present = disk().kind(real);
  if (present != PathKind::Missing && present != PathKind::Folder) return failed(target, ENOTDIR);
  const std::string above(folder_of(real));
  if (auto made = disk().create_folders(above); !made) return std::unexpected(made.error());
  auto lock = lock_folder(above);
  if (!lock) return std::unexpected(lock.error());
  std::unique_ptr<StagedFolder> out(new StagedFolder(target, real, std::move(*lock)));
  clear_leftovers(real);
  if (auto ready = out->prepare(); !ready) return std::unexpected(ready.error());
  return out;
}

std::expected<void, IoError> StagedFolder::prepare() {
  std::string path = beside(target_, kStageMark) + "XXXXXX";
  if (!::mkdtemp(path.data())) return failed(given_, errno);
  stage_ = path;
  ::chmod(stage_.c_str(), mode_for(target_));
  files_ = std::make_unique<StagedFiles>(disk_without_sync(), given_, stage_);
  return {};
}

std::string StagedFolder::staged(const std::string& path) const {
  return path_in_stage(path, given_, stage_);
}

std::expected<void, IoError> StagedFolder::keep(const std::vector<std::string>& paths) {
  for (const std::string& path : paths) {
    const std::string from = join_path(target_, path);
    const std::string to = join_path(stage_, path);
    if (::link(from.c_str(), to.c_str()) == 0) continue;
    if (auto made = disk().create_folders(std::string(folder_of(to))); !made) return made;
    if (::link(from.c_str(), to.c_str()) == 0) continue;
    // A file system without hard links, or too many of them: the bytes again.
    std::error_code error;
    std::filesystem::copy_file(from, to, error);
    if (error) return failed(from, error.value());
  }
  return {};
}

std::expected<void, IoError> StagedFolder::put_in_place() {
  if (disk().kind(target_) == PathKind::Missing) {
    if (::rename(stage_.c_str(), target_.c_str()) != 0) return failed(given_, errno);
    stage_.clear();
    return {};
  }
  if (::renameat2(AT_FDCWD, stage_.c_str(), AT_FDCWD, target_.c_str(), RENAME_EXCHANGE) == 0)
    return {};
  if (errno != EINVAL && errno != ENOSYS && errno != ENOTSUP) return failed(given_, errno);
  std::string old = beside(target_, kOldMark) + "XXXXXX";
  if (!::mkdtemp(old.data())) return failed(given_, errno);
  if (::rename(target_.c_str(), old.c_str()) != 0) return failed(given_, errno);
  if (::rename(stage_.c_str(), target_.c_str()) != 0) {
    const int error = errno;
    ::rename(old.c_str(), target_.c_str());
    return failed(given_, error);
  }
  stage_ = old;
  return {};
}

std::expected<void, IoError> StagedFolder::commit() {
  if (auto done = put_in_place(); !done) return done;
  // What stands at the stage's place now is the old folder.
  if (!stage_.empty()) remove_tree(stage_);
  stage_.clear();
  return {};
}

}  // namespace catalog
