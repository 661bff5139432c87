#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace catalog::bench {

/// Seeded numbers (splitmix64), the same on every machine and with every library.
class Dice {
 public:
  explicit Dice(uint64_t seed) : state_(seed) {}

  uint64_t next() {
    uint64_t z = state_ += 0x9e3779b97f4a7c15u;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
  }
  /// From 0 to below `bound`, which is not 0.
  size_t below(size_t bound) { return static_cast<size_t>(next() % bound); }
  bool chance(double share) { return static_cast<double>(next() >> 11) * 0x1.0p-53 < share; }
  template <typename T>
  const T& one(const std::vector<T>& of) {
    return of[below(of.size())];
  }
  template <typename T>
  void shuffle(std::vector<T>& of) {
    for (size_t i = of.size(); i > 1; --i) std::swap(of[i - 1], of[below(i)]);
  }

 private:
  uint64_t state_;
};

}  // namespace catalog::bench
