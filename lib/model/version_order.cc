#include "model/version_order.h"

#include <algorithm>
#include <charconv>

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

namespace {

/// The number at the beginning of a part and one more.
std::string one_more(std::string_view number) {
  uint32_t value = 0;
  std::from_chars(number.data(), number.data() + number.size(), value);
  return std::to_string(value + 1);
}

/// The first `count` numbers of a version, 0 for those that are not there.
std::string first_numbers(std::string_view version, int count) {
  std::string out;
  for (int i = 0; i < count; i++) {
    const std::string_view number = version.empty() ? "0" : next_number(version);
    out += (i > 0 ? "." : "") + std::string(number);
  }
  return out;
}

}  // namespace

std::string next_version(std::string_view last, bool of_substance) {
  const int kept = of_substance ? 1 : 2;
  std::string_view rest = last;
  for (int i = 0; i < kept; i++) next_number(rest);
  return first_numbers(last, kept) + "." + (rest.empty() ? "1" : one_more(next_number(rest)));
}

bool is_raised(std::string_view version, std::string_view last, bool of_substance) {
  if (!of_substance) return version_order(version, last) > 0;
  return version_order(first_numbers(version, 2), first_numbers(last, 2)) > 0;
}

}  // namespace catalog
