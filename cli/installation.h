#pragma once

#include <string>

#include "source/file_system.h"

namespace catalog {

/// Where the data that come with the tool are.
struct Installation {
  std::string national;  ///< catalogues/national: what builtin:national stands for; empty where it
                         ///< is missing
  std::string schemas;
};

/// CATALOG_DATA, else share/catalog beside the program's bin, else the source tree that it was
/// built from.
Installation find_installation(FileSystem& files);

}  // namespace catalog
