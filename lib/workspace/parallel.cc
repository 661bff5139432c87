#include "workspace/parallel.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <system_error>
#include <thread>
#include <vector>

namespace catalog {

unsigned default_threads() { return std::max(1u, std::thread::hardware_concurrency()); }

void parallel_for(size_t count, unsigned threads,
                  const std::function<void(size_t, unsigned)>& work) {
  if (threads == 0) threads = default_threads();
  threads = static_cast<unsigned>(std::min<size_t>(threads, count));
  std::atomic<size_t> next{0};
  std::exception_ptr failure;
  std::mutex failure_mutex;
  const auto run = [&](unsigned worker) {
    for (size_t index; (index = next++) < count;) {
      try {
        work(index, worker);
      } catch (...) {
        std::lock_guard lock(failure_mutex);
        if (!failure) failure = std::current_exception();
        next = count;
      }
    }
  };
  std::vector<std::jthread> others;
  others.reserve(threads);
  for (unsigned worker = 1; worker < threads; worker++) {
    try {
      others.emplace_back(run, worker);
    } catch (const std::system_error&) {
      break;  // no more threads are to be had; those that are there do the work
    }
  }
  run(0);
  others.clear();
  if (failure) std::rethrow_exception(failure);
}

void parallel_each(size_t count, size_t at_once, unsigned threads,
                   const std::function<void(size_t index, unsigned worker)>& work) {
  parallel_for((count + at_once - 1) / at_once, threads, [&](size_t part, unsigned worker) {
    const size_t end = std::min(count, (part + 1) * at_once);
    for (size_t index = part * at_once; index < end; index++) work(index, worker);
  });
}

}  // namespace catalog
