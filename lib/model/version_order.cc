#include "model/version_order.h"

#include <algorithm>

namespace catalog {

namespace {

/// Takes the number before the next dot off the text, without leading zeros.
std::string_view next_number(std::string_view& text) {
  const size_t dot = std::min(text.find('.'), text.size());
  std::string_view number = text.substr(0, dot);
  text.remove_prefix(std::min(dot + 1, text.size()));
  while (number.size() > 1 && number.front() == '0') number.remove_prefix(1);
  return number;
}

}  // namespace

std::strong_ordering version_order(std::string_view a, std::string_view b) {
  while (!a.empty() && !b.empty()) {
    const std::string_view left = next_number(a), right = next_number(b);
    if (left.size() != right.size()) return left.size() <=> right.size();
    if (const int order = left.compare(right); order != 0) return order <=> 0;
  }
  return a.size() <=> b.size();
}

}  // namespace catalog
