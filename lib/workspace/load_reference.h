#pragma once

#include <expected>
#include <memory>
#include <string>

#include "workspace/workspace.h"

namespace catalog {

/// Loads a workspace for a command that works on its reference data and does not check anything:
/// where catalog.yaml or a file that it names can't be used, that is said, with the place, instead
/// of going on without.
std::expected<std::unique_ptr<Workspace>, Message> load_sound_workspace(FileSystem& files,
                                                                        const std::string& root,
                                                                        LoadOptions options);

}  // namespace catalog
