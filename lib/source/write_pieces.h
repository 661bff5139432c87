#pragma once

#include <expected>
#include <span>
#include <string>
#include <string_view>

#include "source/file_system.h"

namespace catalog {

/// Writes a whole file atomically, as write_file() does, from pieces that follow each other: a long
/// text need not be put together first.
std::expected<void, IoError> write_pieces(FileSystem& files, const std::string& path,
                                          std::span<const std::string_view> pieces);

}  // namespace catalog
