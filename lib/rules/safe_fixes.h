#pragma once

#include <expected>
#include <functional>
#include <string>
#include <vector>

#include "rules/validate.h"

namespace catalog {

/// A file with the safe fixes of its findings applied.
struct FixedFile {
  std::string path;
  std::string before;
  std::string after;
  size_t fixes = 0;  ///< findings that were mended
};

/// Applies the fixes that have one right answer to the text of each file; nothing is written. Of
/// two that touch the same bytes the second is left for the next round. A file that changed since
/// it was checked is an error.
std::expected<std::vector<FixedFile>, IoError> safe_fixes(FileSystem& files,
                                                          const Validation& validation);

/// What mending in rounds came to.
struct Mending {
  Validation validation;         ///< of the mended files
  std::vector<FixedFile> files;  ///< each with its text before the first and after the last round
};

/// Checks and mends until nothing that is safe is left (or `kMostRounds` have passed). Writes go to
/// `files`: give a shadow of the disk to see what would happen. `check` validates what `files`
/// holds.
std::expected<Mending, IoError> mend(
    FileSystem& files, const std::function<std::expected<Validation, IoError>()>& check);

}  // namespace catalog
