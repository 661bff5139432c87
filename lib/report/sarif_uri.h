#pragma once

#include <string>
#include <string_view>

#include "source/file_system.h"

namespace catalog {

/// Where a file lies, as SARIF says it: `uri`, and whether that counts from the folder in which the
/// command ran.
struct SarifUri {
  std::string uri;
  bool relative = true;
};

/// A path below the current folder (given as an absolute one or not) is relative to it, percent-
/// encoded; any other is an absolute file: URI, as SARIF 2.1.0 (3.4.4) lets only relative URIs have
/// a base, and a base's user may forbid `..`.
SarifUri sarif_uri(FileSystem& files, const std::string& path);

}  // namespace catalog
