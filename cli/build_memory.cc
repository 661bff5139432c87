#include "cli/build_memory.h"

#include <sys/stat.h>

#include <cstdlib>

#include "report/version.h"
#include "source/file_system.h"
#include "source/hash.h"

namespace catalog {

namespace {

/// Relative paths don't count (XDG Base Directory Specification).
std::string absolute(const char* name) {
  const char* value = std::getenv(name);
  return value && *value == '/' ? value : "";
}

std::string cache_folder() {
  if (const std::string given = absolute("XDG_CACHE_HOME"); !given.empty()) return given;
  const std::string home = absolute("HOME");
  return home.empty() ? home : join_path(home, ".cache");
}

}  // namespace

std::string build_memory(const std::string& canonical_out) {
  const std::string folder = cache_folder();
  if (folder.empty()) return {};
  return join_path(folder, "catalog/builds/" + hash_text(Hash::Sha256, {canonical_out}) + ".txt");
}

std::string program_identity() {
  struct stat program;
  if (::stat("/proc/self/exe", &program) != 0) return {};
  return std::string(kVersion) + " " + std::to_string(program.st_size) + " " +
         std::to_string(program.st_mtim.tv_sec) + "." + std::to_string(program.st_mtim.tv_nsec);
}

}  // namespace catalog
