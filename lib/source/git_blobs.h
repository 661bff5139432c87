#pragma once

#include <expected>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>

#include "source/git_process.h"

namespace catalog {

/// Reads objects of a repository by their names, all through one git, which is started when it is
/// first needed. Safe from any thread.
class GitBlobs {
 public:
  explicit GitBlobs(std::string folder) : folder_(std::move(folder)) {}

  /// The bytes of a file; `path` names it in errors.
  std::expected<std::string, IoError> read(const std::string& name, const std::string& path);

 private:
  std::string folder_;
  std::mutex mutex_;
  std::unique_ptr<GitConversation> git_;
};

}  // namespace catalog
