#include <dlfcn.h>
#include <unistd.h>

#include <cstdio>
#include <cstring>

#include "late.h"

namespace {

constexpr int kFailed = 2;

/// The caller is any function that can't be told of an error, so that this is the end.
[[noreturn]] void fail() {
  std::fprintf(stderr, "catalog: %s\n", dlerror());
  _exit(kFailed);
}

}  // namespace

void catalog_open_late(const LateLibrary* library) {
  void* const handle = dlopen(library->file, RTLD_NOW | RTLD_LOCAL);
  if (!handle) fail();
  // Two threads may do this at once: both store the same.
  void** slot = library->slots;
  for (const char* name = library->names; *name; name += std::strlen(name) + 1) {
    void* const function = dlsym(handle, name);
    if (!function) fail();
    __atomic_store_n(slot++, function, __ATOMIC_RELEASE);
  }
}
