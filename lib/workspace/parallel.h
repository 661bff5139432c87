#pragma once

#include <cstddef>
#include <functional>

namespace catalog {

/// Calls work(index, worker) for each index below `count` on up to `threads` threads (0: one for
/// each processor). Indexes are taken in rising order; an exception of any call is thrown again
/// after all have ended.
void parallel_for(size_t count, unsigned threads,
                  const std::function<void(size_t index, unsigned worker)>& work);

/// The same where one call is little work: a thread takes `at_once` indexes together.
void parallel_each(size_t count, size_t at_once, unsigned threads,
                   const std::function<void(size_t index, unsigned worker)>& work);

/// How many threads 0 stands for.
unsigned default_threads();

}  // namespace catalog
