#pragma once

#include <expected>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "source/file_system.h"
#include "source/git_blobs.h"
#include "source/git_repository.h"

namespace catalog {

/// A repository's files as they were at a revision, under the paths that they have on the disk (in
/// a bare repository: below its folder); links within the revision are followed. What lies outside
/// the repository is read from the disk. Nothing can be written. Safe from several threads.
class RevisionFileSystem : public FileSystem {
 public:
  /// The files at a revision (see GitRepository::tree_of).
  static std::expected<std::unique_ptr<RevisionFileSystem>, IoError> open(
      const GitRepository& repository, const std::string& revision);

  const GitRepository& repository() const { return repository_; }
  /// The name of the blob of a file at the revision; empty where there is no such file.
  std::string_view blob(const std::string& path);

  std::expected<std::string, IoError> read(const std::string& path) override;
  PathKind kind(const std::string& path) override;
  std::expected<std::vector<DirectoryEntry>, IoError> list(const std::string& path) override;
  std::expected<std::unique_ptr<PendingFile>, IoError> create(const std::string& path) override;
  std::expected<void, IoError> create_folders(const std::string& path) override;
  std::string canonical(const std::string& path) override;

 private:
  enum class Type : unsigned char { File, Link, Other };
  struct Entry {
    std::string path;  ///< from the root
    Type type;
    std::string name;  ///< of its object
  };

  RevisionFileSystem(GitRepository repository, std::string revision)
      : repository_(std::move(repository)),
        revision_(std::move(revision)),
        blobs_(repository_.root()) {}
  void add_entries(std::string_view listing);
  const Entry* entry(std::string_view path) const;
  bool is_folder(const std::string& path) const;
  PathKind kind_inside(const std::string& path);
  std::optional<std::string> follow_links(std::string path);
  std::optional<std::string> place(const std::string& path);
  IoError failed(const std::string& path, int code, bool listing);

  GitRepository repository_;
  std::string revision_;
  GitBlobs blobs_;
  std::vector<Entry> entries_;  ///< by path
  bool has_links_ = false;
};

/// What `REV:PATH` names.
struct RevisionPath {
  std::string revision;
  std::string path;  ///< from the repository's root; from the current folder with ./ or ../
};
/// Splits `REV:PATH` as git does; none where the text is no such thing.
std::optional<RevisionPath> revision_path(std::string_view text);

/// A path at a revision, ready to be read.
struct RevisionSource {
  std::unique_ptr<RevisionFileSystem> files;
  std::string path;  ///< for `files`; it may be missing there
};
/// Opens the revision in the repository around the current folder.
std::expected<RevisionSource, IoError> open_revision(const RevisionPath& place);

}  // namespace catalog
