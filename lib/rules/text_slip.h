#pragma once

#include <string>
#include <vector>

#include "source/span.h"

namespace catalog {

/// A mistake in a text: its bytes, and what belongs there (empty where that is not known).
struct TextSlip {
  Span at;
  std::string wanted;
  bool safe = false;  ///< `wanted` is the only right answer
};
using TextSlips = std::vector<TextSlip>;

}  // namespace catalog
