#pragma once

#include "diff/release.h"

namespace catalog {

/// Compares what is published now with what was, where there is something to compare with, and puts
/// the reasons on record beside the changes.
std::expected<void, Message> compare_with_base(FileSystem& files, const ReleaseRequest& request,
                                               const ReleaseBase& base, const Workspace& workspace,
                                               ReleaseChanges& out);

/// Whether a list is published: a list is where its domain has no standard.
bool is_published_list(const Workspace& workspace, const List& list);

}  // namespace catalog
