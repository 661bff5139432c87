#include "source/allocator.h"

#if CATALOG_MIMALLOC
#include <mimalloc.h>
#endif

namespace catalog {

#if CATALOG_MIMALLOC

namespace {
constexpr long kDelay = 1;  // milliseconds
}

void return_memory_early() {
  mi_option_set(mi_option_decommit_delay, kDelay);
  mi_option_set(mi_option_segment_decommit_delay, kDelay);
}

void use_large_pages() { mi_option_enable(mi_option_large_os_pages); }

#else

void return_memory_early() {}

void use_large_pages() {}

#endif

}  // namespace catalog
