#pragma once

#include <expected>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "diff/sides.h"
#include "model/date.h"
#include "rules/validate.h"

namespace catalog {

/// What was published last, and where it stands in git.
struct ReleaseBase {
  std::string version;   ///< empty: nothing was published yet
  std::string revision;  ///< empty: nothing to compare with
};

/// Finds it: the version that the standards record as published, at the tag of its name, else at
/// the commit that wrote its digest. `since` (a revision) says where instead. An error where
/// something was published and can't be found.
std::expected<ReleaseBase, Message> find_release_base(const Workspace& workspace,
                                                      const std::string& since);

/// What is to be released.
struct ReleaseRequest {
  std::string root;       ///< of the workspace
  std::string version;    ///< empty: the workspace's own
  Date on;                ///< the day of publication
  std::string effective;  ///< a day; empty: as the workspace says, if it is not before `on`
  std::string url;        ///< {domain} in it stands for the domain; empty: as published before
  std::string changelog;  ///< the path of the record of changes
  std::string builtin;
  unsigned threads = 0;
};

/// What changed since the last release in what is published: standards, and lists whose domain has
/// none.
struct ReleaseChanges {
  std::string title;  ///< of the workspace
  std::string version;
  std::string last_version;  ///< empty: the first release
  Date on;
  std::string effective;
  std::string url;
  LoadedSides sides;  ///< what the changes point into
  VersionDiff diff;
  size_t domains = 0;  ///< that are published
  size_t items = 0;
  std::vector<const DomainEntry*> left_out{};  ///< domains that are 不设, with their reasons
  const Workspace* workspace = nullptr;

  bool is_first() const { return last_version.empty(); }
  /// Whether anything changed but words.
  bool is_of_substance() const;
};

/// One thing that stands in the way of a release.
struct Hindrance {
  Message what;
  Message mend;                            ///< how to mend it
  std::vector<Message> cases{};            ///< each place or change, if there are several
  std::vector<const Finding*> findings{};  ///< of the validation kept in the plan
};

/// A file as it will be.
struct ReleasedFile {
  std::string path;
  std::string before;  ///< empty for a new one
  std::string after;
};

/// Writes the section of a release into the record of changes; `text` is what is there, empty for a
/// new file. Given by a later station, which knows the public's words.
using ChangelogWriter =
    std::function<std::string(const std::string& text, const ReleaseChanges& changes)>;

struct ReleasePlan {
  ReleaseChanges changes;
  std::vector<ReleasedFile> files;
  size_t standards = 0;  ///< that get a new version
  std::vector<Hindrance> hindrances;
  std::vector<Message> remarks;
  std::unique_ptr<Workspace> workspace;
  Validation validation;  ///< of the workspace as it will be
};

/// Plans a release, and checks the workspace as it will be; nothing is written. An error is one of
/// usage or of the world.
std::expected<ReleasePlan, Message> plan_release(FileSystem& files, const ReleaseRequest& request,
                                                 const ReleaseBase& base, Date as_of,
                                                 const ChangelogWriter& changelog);

}  // namespace catalog
