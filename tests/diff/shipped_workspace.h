#pragma once

#include <map>
#include <string>

#include "rules/example_workspace.h"

namespace catalog::test {

/// Where the shipped Shanghai workspace stands in memory; the national set is its neighbour.
inline constexpr const char* kCity = "/c/shanghai";
inline constexpr const char* kNationalSet = "/c/national";

/// The files of both, read once.
inline const std::map<std::string, std::string>& shipped() {
  static const std::map<std::string, std::string> files = [] {
    MemoryFileSystem memory;
    put_folder(memory, source_folder() / "catalogues/national", kNationalSet);
    put_folder(memory, source_folder() / "catalogues/shanghai", kCity);
    return memory.files();
  }();
  return files;
}

inline void put_shipped(MemoryFileSystem& files) {
  for (const auto& [path, bytes] : shipped()) files.put(path, bytes);
}

}  // namespace catalog::test
