#pragma once

#include <cstddef>
#include <functional>

namespace catalog {

/// Told how far long work is, from any of its threads; may be empty.
using Progress = std::function<void(size_t done, size_t total)>;

}  // namespace catalog
