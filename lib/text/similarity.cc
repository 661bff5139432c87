#include "text/similarity.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <vector>

#include "text/normal.h"
#include "text/utf8.h"

namespace catalog {

namespace {

constexpr size_t kWord = 64;

/// Cuts what both have in common at their ends and says how much: it belongs to any longest common
/// subsequence.
size_t cut_common_ends(std::u32string_view& a, std::u32string_view& b) {
  const auto head = std::ranges::mismatch(a, b).in1 - a.begin();
  a.remove_prefix(head);
  b.remove_prefix(head);
  size_t tail = 0;
  while (tail < std::min(a.size(), b.size()) && a[a.size() - 1 - tail] == b[b.size() - 1 - tail]) {
    tail++;
  }
  a.remove_suffix(tail);
  b.remove_suffix(tail);
  return head + tail;
}

/// Where each code point of a pattern of at most 64 stands, as bits: a hash table on the stack.
class Positions {
 public:
  explicit Positions(std::u32string_view pattern) {
    for (size_t index = 0; index < pattern.size(); ++index) {
      Slot& slot = slots_[find(pattern[index])];
      slot.point = pattern[index];
      slot.bits |= uint64_t{1} << index;
    }
  }
  uint64_t operator[](char32_t point) const { return slots_[find(point)].bits; }

 private:
  struct Slot {
    char32_t point = 0;
    uint64_t bits = 0;
  };

  size_t find(char32_t point) const {
    size_t at = (point * 0x9E3779B1u) >> 25;
    while (slots_[at].bits && slots_[at].point != point) at = (at + 1) % slots_.size();
    return at;
  }

  std::array<Slot, 128> slots_{};
};

/// Hyyrö's bit-parallel recurrence (2004): a zero bit of `row` is one step of the common
/// subsequence.
size_t common_of_short(std::u32string_view pattern, std::u32string_view text) {
  const Positions positions(pattern);
  uint64_t row = ~uint64_t{0};
  for (const char32_t point : text) {
    const uint64_t match = row & positions[point];
    row = (row + match) | (row - match);
  }
  const uint64_t used =
      pattern.size() == kWord ? ~uint64_t{0} : (uint64_t{1} << pattern.size()) - 1;
  return std::popcount(~row & used);
}

/// The same over several words, the carry of the addition handed on from word to word.
size_t common_of_long(std::u32string_view pattern, std::u32string_view text) {
  std::u32string alphabet(pattern);
  std::ranges::sort(alphabet);
  alphabet.erase(std::ranges::unique(alphabet).begin(), alphabet.end());
  const size_t words = (pattern.size() + kWord - 1) / kWord;
  const auto index_of = [&](char32_t point) {
    return std::ranges::lower_bound(alphabet, point) - alphabet.begin();
  };

  std::vector<uint64_t> positions(alphabet.size() * words);
  for (size_t at = 0; at < pattern.size(); ++at) {
    positions[index_of(pattern[at]) * words + at / kWord] |= uint64_t{1} << (at % kWord);
  }

  std::vector<uint64_t> row(words, ~uint64_t{0});
  for (const char32_t point : text) {
    const size_t index = index_of(point);
    if (index == alphabet.size() || alphabet[index] != point) continue;
    const uint64_t* bits = &positions[index * words];
    unsigned carry = 0;
    for (size_t word = 0; word < words; ++word) {
      const uint64_t match = row[word] & bits[word];
      uint64_t sum = row[word] + match;
      const unsigned over = sum < match;
      sum += carry;
      const unsigned again = sum < carry;
      row[word] = sum | (row[word] - match);
      carry = over | again;
    }
  }

  size_t common = 0;
  for (size_t word = 0; word < words; ++word) {
    const size_t left = pattern.size() - word * kWord;
    const uint64_t used = left >= kWord ? ~uint64_t{0} : (uint64_t{1} << left) - 1;
    common += std::popcount(~row[word] & used);
  }
  return common;
}

size_t common_subsequence(std::u32string_view a, std::u32string_view b) {
  const size_t ends = cut_common_ends(a, b);
  if (a.size() > b.size()) std::swap(a, b);
  if (a.empty()) return ends;
  return ends + (a.size() <= kWord ? common_of_short(a, b) : common_of_long(a, b));
}

}  // namespace

double similarity(std::u32string_view a, std::u32string_view b) {
  if (a.empty() && b.empty()) return 1;
  return 2.0 * static_cast<double>(common_subsequence(a, b)) /
         static_cast<double>(a.size() + b.size());
}

double similarity(std::string_view a, std::string_view b) {
  return a == b ? 1 : similarity(to_code_points(a), to_code_points(b));
}

size_t edit_distance(std::string_view a, std::string_view b, size_t limit) {
  if (a == b) return 0;
  std::u32string left = to_code_points(a);
  std::u32string right = to_code_points(b);
  if (left.size() > right.size()) left.swap(right);
  if (right.size() - left.size() > limit) return limit + 1;

  // Rows of the table; cells further than `limit` from the diagonal can only be over it.
  const size_t far = limit + 1;
  std::vector<size_t> before(right.size() + 1, far), last(right.size() + 1), row(right.size() + 1);
  for (size_t column = 0; column <= right.size(); ++column) last[column] = std::min(column, far);
  for (size_t line = 1; line <= left.size(); ++line) {
    std::ranges::fill(row, far);
    row[0] = std::min(line, far);
    const size_t begin = line > limit ? line - limit : 1;
    const size_t end = std::min(right.size(), line + limit);
    size_t least = row[0];
    for (size_t column = begin; column <= end; ++column) {
      const bool equal = left[line - 1] == right[column - 1];
      size_t cost = std::min({last[column] + 1, row[column - 1] + 1, last[column - 1] + !equal});
      if (line > 1 && column > 1 && left[line - 1] == right[column - 2] &&
          left[line - 2] == right[column - 1]) {
        cost = std::min(cost, before[column - 2] + 1);
      }
      row[column] = std::min(cost, far);
      least = std::min(least, row[column]);
    }
    if (least >= far && (line < 2 || *std::ranges::min_element(last) >= far)) return far;
    before.swap(last);
    last.swap(row);
  }
  return last[right.size()];
}

std::optional<std::string_view> did_you_mean(std::string_view word,
                                             std::span<const std::string_view> candidates) {
  const std::string wanted = comparison_form(word);
  const size_t length = count_code_points(wanted);
  size_t limit = std::clamp<size_t>(length / 3, 1, 3);
  std::optional<std::string_view> nearest;
  for (const std::string_view candidate : candidates) {
    const std::string form = comparison_form(candidate);
    const size_t distance = edit_distance(wanted, form, limit);
    // Two texts of which nothing is alike are no misspelling of each other, however short.
    if (distance > limit || distance >= std::max(length, count_code_points(form))) continue;
    nearest = candidate;
    if (distance == 0) break;
    limit = distance - 1;
  }
  return nearest;
}

}  // namespace catalog
