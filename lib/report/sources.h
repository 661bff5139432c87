#pragma once

#include <memory>
#include <vector>

#include "source/file_system.h"
#include "source/finding.h"
#include "source/source_text.h"
#include "workspace/workspace.h"

namespace catalog {

/// Reads the lines of findings a second time (their texts were dropped after modelling), and only
/// believes a file that is still the one that was checked.
class Sources {
 public:
  Sources(FileSystem& files, const Workspace* workspace) : files_(files), workspace_(workspace) {}

  /// The text of a file, or null where it can't be read or was changed meanwhile. Valid until the
  /// next call for another file.
  const SourceText* open(Symbol path);
  FileSystem& files() const { return files_; }
  /// Another that reads the same files, for another thread.
  Sources fresh() const { return {files_, workspace_}; }

 private:
  static constexpr size_t kKept = 8;  // findings of one list point to it and to few guideline files

  struct Kept {
    Symbol path;
    std::unique_ptr<SourceText> text;
  };
  std::unique_ptr<SourceText> read(Symbol path);

  FileSystem& files_;
  const Workspace* workspace_;
  std::vector<Kept> kept_;  ///< latest first
};

/// Where a finding stands, as reports print it; lines and columns from 1, columns in code points.
struct PrintedPlace {
  uint32_t line = 0;  ///< 0: the file can't be read any more
  uint32_t column = 0;
  uint32_t end_line = 0;
  uint32_t end_column = 0;
};
PrintedPlace printed_place(Sources& sources, const Place& place);
/// Its line alone, which costs no look at the text; 0: the file can't be read any more.
uint32_t printed_line(Sources& sources, const Place& place);

}  // namespace catalog
