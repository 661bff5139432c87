#pragma once

#include <deque>
#include <expected>
#include <memory>
#include <string>
#include <vector>

#include "diff/published.h"
#include "diff/version_diff.h"
#include "source/file_system.h"
#include "workspace/workspace.h"

namespace catalog {

/// Where one side of a comparison is read from.
struct SideSource {
  Phrase name;  ///< as the user gave it, or what the side is
  FileSystem* files = nullptr;
  std::unique_ptr<FileSystem> owned;  ///< of a revision of git
  std::string path;                   ///< a file, a folder or a workspace in it
};

/// Both sides that a command line names: two paths, `REV:PATH`, revisions (the workspace around the
/// current folder as it was then), `REV..REV`; with one revision alone against the files as they
/// are now, with nothing against HEAD. An error says what is missing and what to write.
struct SideSources {
  SideSource before;
  SideSource after;
};
std::expected<SideSources, Message> find_sides(FileSystem& files,
                                               const std::vector<std::string>& arguments);

/// One version, loaded. Catalogues point into it.
struct LoadedSide {
  std::unique_ptr<Workspace> workspace;
  std::unique_ptr<Guideline> guideline;       ///< where the side is the file of a guideline
  std::vector<PublishedCatalogue> published;  ///< where the side is in a published form
  std::deque<StandardItem> copies;            ///< items made comparable with the other side's
  CatalogueSet set;
  bool has_catalogues = false;  ///< some, even if they were all left out as the same
};

struct SideOptions {
  std::string builtin{};  ///< folder of the installed national set
  unsigned threads = 0;
  PublishedReader published{};  ///< may be empty: then published forms are no sides
};

/// Two versions, loaded.
struct LoadedSides {
  LoadedSide before;
  LoadedSide after;
  size_t same_files = 0;         ///< files that are the same on both sides and were not read
  std::vector<Message> remarks;  ///< what could not be compared, oddities of published files
};

/// The workspace whose words count: the side's own, or the other's where it stands in none.
const Workspace& words_of(const LoadedSide& side, const LoadedSide& other);

/// Loads both sides; files that are the same on both (by the names that git gives to their bytes,
/// where a side is a revision) are left out. An error where a side can't be read or parsed, holds
/// no catalogue, or is a file of another kind.
std::expected<LoadedSides, Message> load_sides(const SideSources& sides,
                                               const SideOptions& options);

}  // namespace catalog
