#pragma once

#include <expected>
#include <optional>
#include <string>
#include <string_view>

#include "source/file_system.h"

namespace catalog {

/// A repository of git on this computer, with a work tree or bare.
class GitRepository {
 public:
  /// The repository around a path, which need not exist; an error that says so where there is none
  /// or git refuses it.
  static std::expected<GitRepository, IoError> around(const std::string& path);

  /// Where paths of the repository count from: the top of its work tree, or the folder of a bare
  /// one. Absolute, links followed.
  const std::string& root() const { return root_; }
  /// Whether older commits were not fetched, and whether files are checked out beside it.
  bool is_shallow() const { return shallow_; }
  bool has_work_tree() const { return has_work_tree_; }

  /// The name of a revision's tree. A revision is anything that git takes for one; `REV...` is
  /// where REV and HEAD parted; the name of zeros that hooks and CI give for “nothing before” is
  /// the empty text. An error where there is no such revision, with what to do about a shallow
  /// clone.
  std::expected<std::string, IoError> tree_of(const std::string& revision) const;
  /// The name of a revision's commit; an error as above.
  std::expected<std::string, IoError> commit_of(const std::string& revision) const;

  /// A path as git names it, from the root, “.” for the root itself; none where it lies outside.
  std::optional<std::string> inside(const std::string& path) const;

 private:
  std::expected<std::string, IoError> parse(const std::string& revision) const;
  std::expected<std::string, IoError> parted_from_head(const std::string& revision) const;
  bool has_commits() const;
  IoError unknown_revision(const std::string& revision) const;

  std::string root_;
  bool shallow_ = false;
  bool has_work_tree_ = false;
};

/// The name that git gives to a file of these bytes, as long as `like`, another object's name
/// (SHA-1 or SHA-256).
std::string git_blob_name(std::string_view bytes, std::string_view like);

}  // namespace catalog
