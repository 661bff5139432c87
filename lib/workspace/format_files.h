#pragma once

#include <expected>
#include <optional>
#include <string>
#include <vector>

#include "source/file_system.h"
#include "text/bilingual.h"

namespace catalog {

struct FormatOptions {
  std::optional<Lang> keys;  ///< the language to give keys and fixed words; none: as they are
  std::string builtin;       ///< folder of the installed national set, for its vocabulary
  unsigned threads = 0;
};

/// One file as `fmt` would have it. Texts are kept only where they differ.
struct FormattedFile {
  enum class State : unsigned char {
    Clean,    ///< it is so already
    Changed,  ///< `after` is to be written
    Broken,   ///< it can't be parsed
    NotOurs,  ///< no kind of file that we know
  };
  std::string path;
  State state = State::Clean;
  std::string before;
  std::string after;
};

/// Formats the files (of folders: the YAML files below them), in parallel; nothing is written.
/// Files are given once each, in the order of the paths. In folders, files of no known kind are
/// passed over.
std::expected<std::vector<FormattedFile>, IoError> format_files(
    FileSystem& files, const std::vector<std::string>& paths, const FormatOptions& options);

}  // namespace catalog
