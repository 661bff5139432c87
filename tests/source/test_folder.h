#pragma once

#include <unistd.h>

#include <filesystem>
#include <string>

namespace catalog::test {

/// A folder of its own below the system's folder for temporary files, removed at the end of the
/// scope.
class TestFolder {
 public:
  TestFolder() {
    static int number = 0;
    path_ = std::filesystem::canonical(std::filesystem::temp_directory_path()) /
            ("catalog-test-" + std::to_string(::getpid()) + "-" + std::to_string(++number));
    std::filesystem::create_directories(path_);
  }
  TestFolder(const TestFolder&) = delete;
  TestFolder& operator=(const TestFolder&) = delete;
  ~TestFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }

  std::string path() const { return path_.string(); }
  /// The path of `name` in the folder.
  std::string operator/(const std::string& name) const { return (path_ / name).string(); }
  /// Names in it, hidden ones included.
  size_t count() const {
    return static_cast<size_t>(std::distance(std::filesystem::directory_iterator(path_), {}));
  }

 private:
  std::filesystem::path path_;
};

}  // namespace catalog::test
