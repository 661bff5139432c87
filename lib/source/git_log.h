#pragma once

#include <expected>
#include <string>
#include <vector>

#include "source/git_repository.h"

namespace catalog {

/// A file that a commit changed, by the names of its blobs; an empty name where it was not there.
struct LoggedFile {
  std::string path;                 ///< from the repository's root
  std::vector<std::string> before;  ///< in each parent, in their order; of a first commit one
  std::string after;
};

/// A commit with the files that it changed; of a merge only those that are as in none of its
/// parents.
struct LoggedCommit {
  std::string hash;
  std::string short_hash;
  std::vector<std::string> parents;  ///< of those that are in the log
  std::string date;                  ///< of the author, as 2021-03-01T09:30:00+08:00
  std::string author;
  std::string subject;
  std::vector<LoggedFile> files;
};

/// Which commits are wanted.
struct LogRange {
  std::string commit;                ///< the newest
  std::string without{};             ///< what this commit has already is left out; may be empty
  std::vector<std::string> below{};  ///< paths from the root; empty: all
};

/// The commits that changed these paths, children before their parents, by one `git log`.
std::expected<std::vector<LoggedCommit>, IoError> git_log(const GitRepository& repository,
                                                          const LogRange& range);

}  // namespace catalog
