#pragma once

#include "diff/release.h"

namespace catalog {

/// The files of the workspace as the release leaves them: version and effective day of
/// catalog.yaml, of standards that are new or changed also the record of their publication, of
/// lists that are published and changed their version. An error names a file that can't be edited.
std::expected<std::vector<ReleasedFile>, Message> released_files(FileSystem& files,
                                                                 const ReleaseRequest& request,
                                                                 const Workspace& workspace,
                                                                 const ReleaseChanges& changes);

/// Whether a standard is published by this release: it is new, or says something else than what was
/// published last.
bool is_to_publish(const Standard& standard, const Vocabulary& vocabulary);

}  // namespace catalog
