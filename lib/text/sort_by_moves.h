#pragma once

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <utility>
#include <vector>

namespace catalog {

/// Sorts large values stably: each is moved once into its place and none copied. `is_before` is a
/// strict weak order.
template <class T, class Order>
void sort_by_moves(std::vector<T>& values, Order is_before) {
  std::vector<uint32_t> order(values.size());
  std::iota(order.begin(), order.end(), 0u);
  std::ranges::sort(order, [&](uint32_t a, uint32_t b) {
    if (is_before(values[a], values[b])) return true;
    return !is_before(values[b], values[a]) && a < b;
  });
  for (uint32_t i = 0; i < order.size(); i++) {
    if (order[i] == i) continue;
    T first = std::move(values[i]);
    uint32_t at = i;
    while (order[at] != i) {
      values[at] = std::move(values[order[at]]);
      at = std::exchange(order[at], at);
    }
    values[at] = std::move(first);
    order[at] = at;
  }
}

}  // namespace catalog
