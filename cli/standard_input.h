#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "source/file_system.h"

namespace catalog {

/// Makes `-` among the paths a file: standard input is read whole and stands at the path given for
/// it.
class StandardInput {
 public:
  StandardInput(FileSystem& disk, std::vector<std::string> paths, const std::string& stands_for);

  FileSystem& files() { return overlay_ ? *overlay_ : disk_; }
  const std::vector<std::string>& paths() const { return paths_; }
  const std::optional<IoError>& error() const { return error_; }

 private:
  FileSystem& disk_;
  std::vector<std::string> paths_;
  std::unique_ptr<FileSystem> overlay_;
  std::optional<IoError> error_;
};

}  // namespace catalog
