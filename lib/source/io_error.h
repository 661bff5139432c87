#pragma once

#include <string>

#include "source/file_system.h"

namespace catalog {

/// What was being done with a path when it failed: each has a word of its own in the message.
enum class IoAction : unsigned char { Read, Write, List, MakeFolder };

/// The error for an errno: a whole sentence that names the path and, where there is something to
/// do, says what.
IoError io_error(const std::string& path, int code, IoAction action);

}  // namespace catalog
