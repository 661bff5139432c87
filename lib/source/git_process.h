#pragma once

#include <sys/types.h>

#include <expected>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "source/disk_file.h"
#include "source/file_system.h"

namespace catalog {

/// What a run of git came to.
struct GitOutput {
  int status = 0;  ///< its exit code; 128 + the signal that ended it
  std::string out;
  std::string complaint;  ///< what it wrote to standard error, trimmed

  bool ok() const { return status == 0; }
};

/// Runs `git ARGUMENTS…` in a folder to its end. No shell is involved; the environment's GIT_*
/// variables hold (with GIT_DIR set, git runs in the current folder, from which that counts). It is
/// an error when git is not installed; what git itself says of a failure is in the output.
std::expected<GitOutput, IoError> run_git(const std::string& folder,
                                          const std::vector<std::string>& arguments);

/// A git that stays and answers questions, one at a time (`cat-file --batch`). It ends when this is
/// destroyed.
class GitConversation {
 public:
  static std::expected<std::unique_ptr<GitConversation>, IoError> start(
      const std::string& folder, const std::vector<std::string>& arguments);
  ~GitConversation();
  GitConversation(const GitConversation&) = delete;
  GitConversation& operator=(const GitConversation&) = delete;

  /// Sends a line and returns the first line of the answer; none where git has ended.
  std::expected<std::string, IoError> ask(std::string_view line);
  /// The next bytes of the answer.
  std::expected<std::string, IoError> take(size_t bytes);

 private:
  GitConversation() = default;
  IoError ended() const;
  /// Reads on into buffer_; false at the end.
  bool fill();

  pid_t process_ = -1;
  FileHandle questions_, answers_, complaints_;
  std::string buffer_;  ///< read and not taken yet
};

}  // namespace catalog
