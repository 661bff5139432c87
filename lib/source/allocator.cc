#include "source/allocator.h"

#if CATALOG_MIMALLOC
#include <mimalloc.h>
#endif

namespace catalog {

#if CATALOG_MIMALLOC

namespace {

/// In milliseconds: of pages, and of what they are parts of.
void return_after(long pages, long segments) {
  mi_option_set(mi_option_decommit_delay, pages);
  mi_option_set(mi_option_segment_decommit_delay, segments);
}

}  // namespace

void return_memory_early() { return_after(1, 1); }

void keep_freed_memory() { return_after(25, 500); }

void use_large_pages() { mi_option_enable(mi_option_large_os_pages); }

#else

void return_memory_early() {}

void keep_freed_memory() {}

void use_large_pages() {}

#endif

}  // namespace catalog
