#pragma once

#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <limits>

namespace catalog::bench {

/// The time of one turn, or of the quickest of several; in seconds by the clock and of the
/// processor, all threads together.
struct Lap {
  double wall = std::numeric_limits<double>::max();
  double cpu = std::numeric_limits<double>::max();

  void keep(const Lap& other) {
    wall = std::min(wall, other.wall);
    cpu = std::min(cpu, other.cpu);
  }
  void print(const char* name) const { std::printf("%s %.4f %.4f\n", name, wall, cpu); }
};

inline double cpu_now() {
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  const auto seconds = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6;
  };
  return seconds(used.ru_utime) + seconds(used.ru_stime);
}

template <class Work>
Lap timed(Work&& work) {
  const auto begin = std::chrono::steady_clock::now();
  const double before = cpu_now();
  work();
  return {std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count(),
          cpu_now() - before};
}

/// The turns of a measurement: N, or for 0 one for each line of the input. So two programs take
/// turns with each other and see the machine in the same state. A line of a full stop ends what was
/// printed of each turn.
class Turns {
 public:
  explicit Turns(unsigned long count) : left_(count), paced_(count == 0) {}

  bool next() {
    if (begun_) std::puts(".");
    std::fflush(stdout);
    begun_ = true;
    return paced_ ? read_line() : left_-- > 0;
  }

 private:
  static bool read_line() {
    for (int c = std::getchar(); c != '\n'; c = std::getchar()) {
      if (c == EOF) return false;
    }
    return true;
  }

  unsigned long left_;
  bool paced_;
  bool begun_ = false;
};

}  // namespace catalog::bench
