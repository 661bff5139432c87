#pragma once

#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <string>

#include "text/message.h"
#include "workspace/workspace.h"

namespace catalog {

/// What the loader sees of the files, kept for those that are merged: why one can't be parsed, what
/// of it would be lost, which conflicts are still open in it, and how it is written.
class MergeFiles {
 public:
  /// To be given to the loader.
  FileVisitor visitor();
  /// Why the file can't be merged, or nothing; `draft`: open conflicts are no reason.
  std::optional<Message> trouble(FileSystem& files, const std::string& path,
                                 bool draft = false) const;
  /// ID:FIELD of the open conflicts of a file.
  std::set<std::string> unsettled(Symbol path) const;
  /// The language of its keys.
  Lang language(Symbol path) const;
  /// Whether it may have comments other than the line for editors that it opens with.
  bool has_comments(Symbol path) const;

 private:
  struct File {
    std::optional<Message> unreadable{};
    std::optional<Message> lossy{};
    std::set<std::string> unsettled{};
    Lang language = Lang::En;
    bool has_comments = false;
  };
  const File* file(Symbol path) const;
  void visit(const FileView& view);

  std::mutex mutex_;
  std::map<std::string, File> files_;
};

}  // namespace catalog
