#pragma once

#include <string_view>
#include <vector>

namespace catalog {

/// The parts of a text between separators, empty ones too: one more than there are separators.
inline std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> out;
  while (true) {
    const size_t end = text.find(separator);
    out.push_back(text.substr(0, end));
    if (end == text.npos) return out;
    text.remove_prefix(end + 1);
  }
}

/// The same without the empty parts: words, or the lines that a program wrote.
inline std::vector<std::string_view> split_filled(std::string_view text, char separator) {
  std::vector<std::string_view> out = split(text, separator);
  std::erase(out, std::string_view());
  return out;
}

}  // namespace catalog
