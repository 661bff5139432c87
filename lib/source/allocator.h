#pragma once

namespace catalog {

// Where the process has its memory from: mimalloc, if it was built with it, else the C library;
// then these do nothing. Where there is no more of it, the command throws std::bad_alloc either way
// (cli/operator_new.cc).

/// Gives memory back to the system a millisecond after it was freed, not 25 or 500: the peak stays
/// lower.
void return_memory_early();
/// Keeps what is freed for as long as mimalloc does by itself. For work that soon fills what other
/// work has freed, as merging after reading does: it takes less time and more memory.
void keep_freed_memory();

/// Takes memory in pages of 2 MiB from now on, where the system has them. For work that fills much
/// memory with small pieces and comes back to them in another order, as writing workbooks is: most
/// of its time was finding the pages. Costs some 10 MB, as pages are not filled.
void use_large_pages();

}  // namespace catalog
