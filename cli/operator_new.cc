#if CATALOG_MIMALLOC
#include <mimalloc.h>

#include <new>

// Those of mimalloc, which is C, end the process where there is no more memory.

namespace {
void* found(void* memory) {
  if (!memory) throw std::bad_alloc();
  return memory;
}
}  // namespace

void* operator new(std::size_t bytes) { return found(mi_malloc(bytes)); }
void* operator new[](std::size_t bytes) { return found(mi_malloc(bytes)); }
void* operator new(std::size_t bytes, const std::nothrow_t&) noexcept { return mi_malloc(bytes); }
void* operator new[](std::size_t bytes, const std::nothrow_t&) noexcept { return mi_malloc(bytes); }
void* operator new(std::size_t bytes, std::align_val_t to) {
  return found(mi_malloc_aligned(bytes, static_cast<std::size_t>(to)));
}
void* operator new[](std::size_t bytes, std::align_val_t to) {
  return found(mi_malloc_aligned(bytes, static_cast<std::size_t>(to)));
}
void operator delete(void* memory) noexcept { mi_free(memory); }
void operator delete[](void* memory) noexcept { mi_free(memory); }
void operator delete(void* memory, std::size_t) noexcept { mi_free(memory); }
void operator delete[](void* memory, std::size_t) noexcept { mi_free(memory); }
void operator delete(void* memory, std::align_val_t) noexcept { mi_free(memory); }
void operator delete[](void* memory, std::align_val_t) noexcept { mi_free(memory); }
void operator delete(void* memory, std::size_t, std::align_val_t) noexcept { mi_free(memory); }
void operator delete[](void* memory, std::size_t, std::align_val_t) noexcept { mi_free(memory); }
#endif
