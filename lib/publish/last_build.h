#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace catalog {

/// What the last build of a folder was made from and what it made. It is kept apart from the
/// folder, so that nothing is published but catalogues, and only to save work: without it all is
/// made again.
struct LastBuildHead {
  std::string origin;  ///< build_origin()
  size_t editions = 0;
  size_t items = 0;
  size_t count = 0;  ///< of files
};

struct LastBuild : LastBuildHead {
  struct File {
    std::string path;    ///< below the folder
    std::string digest;  ///< SHA-256, as hash_text() writes it
    std::string day;     ///< of a page's content, as 2020-12-31; may be empty
  };

  std::vector<File> files;
};

/// Writes the record, file by file: there are tens of thousands.
class LastBuildText {
 public:
  explicit LastBuildText(const LastBuildHead& head);
  void add(std::string_view path, std::string_view digest, std::string_view day);
  std::string take() { return std::move(text_); }

 private:
  std::string text_;
};
/// None where the text is no such record, or one of another form.
std::optional<LastBuild> read_last_build(std::string_view text);

}  // namespace catalog
