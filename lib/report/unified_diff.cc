#include "report/unified_diff.h"

#include <algorithm>
#include <vector>

namespace catalog {

namespace {

constexpr size_t kContext = 3;

/// Lines with their line breaks.
std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> out;
  while (!text.empty()) {
    const size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    out.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return out;
}

/// One line of the difference: of both texts (' '), of the old one ('-') or of the new one ('+').
struct Step {
  char sign;
  std::string_view line;
};

/// The changes between two lists of lines by dynamic programming over what lies between their
/// common head and tail; where that is too much to compare, the whole middle is replaced.
class LineDiff {
 public:
  LineDiff(std::string_view before, std::string_view after)
      : old_(lines_of(before)), new_(lines_of(after)) {}

  std::vector<Step> steps() {
    size_t head = 0;
    while (head < old_.size() && head < new_.size() && old_[head] == new_[head]) head++;
    size_t tail = 0;
    while (tail < old_.size() - head && tail < new_.size() - head &&
           old_[old_.size() - 1 - tail] == new_[new_.size() - 1 - tail])
      tail++;
    std::vector<Step> out;
    for (size_t i = 0; i < head; i++) out.push_back({' ', old_[i]});
    middle(head, old_.size() - tail, new_.size() - tail, out);
    for (size_t i = old_.size() - tail; i < old_.size(); i++) out.push_back({' ', old_[i]});
    return out;
  }

 private:
  static constexpr size_t kMostCells = 16'000'000;

  void middle(size_t from, size_t old_end, size_t new_end, std::vector<Step>& out) const {
    const size_t rows = old_end - from, columns = new_end - from;
    if (rows * columns > kMostCells) {
      for (size_t i = from; i < old_end; i++) out.push_back({'-', old_[i]});
      for (size_t i = from; i < new_end; i++) out.push_back({'+', new_[i]});
      return;
    }
    // common[i][j]: how many lines the rests from i and j have in common.
    std::vector<uint32_t> common((rows + 1) * (columns + 1));
    const auto at = [&](size_t i, size_t j) -> uint32_t& { return common[i * (columns + 1) + j]; };
    for (size_t i = rows; i-- > 0;) {
      for (size_t j = columns; j-- > 0;) {
        at(i, j) = old_[from + i] == new_[from + j] ? at(i + 1, j + 1) + 1
                                                    : std::max(at(i + 1, j), at(i, j + 1));
      }
    }
    size_t i = 0, j = 0;
    while (i < rows || j < columns) {
      if (i < rows && j < columns && old_[from + i] == new_[from + j]) {
        out.push_back({' ', old_[from + i++]});
        j++;
      } else if (i < rows && (j == columns || at(i + 1, j) >= at(i, j + 1))) {
        out.push_back({'-', old_[from + i++]});
      } else {
        out.push_back({'+', new_[from + j++]});
      }
    }
  }

  std::vector<std::string_view> old_, new_;
};

std::string range(size_t from, size_t count) {
  // A range without lines names the line before it.
  const size_t first = count == 0 ? from : from + 1;
  return std::to_string(first) + (count == 1 ? "" : "," + std::to_string(count));
}

/// Steps [from, to) as one hunk; `old_line` and `new_line` are the lines before it.
std::string hunk(const std::vector<Step>& steps, size_t from, size_t to, size_t old_line,
                 size_t new_line) {
  std::string body;
  size_t old_count = 0, new_count = 0;
  for (size_t i = from; i < to; i++) {
    old_count += steps[i].sign != '+';
    new_count += steps[i].sign != '-';
    body += steps[i].sign;
    body += steps[i].line;
    if (!steps[i].line.ends_with('\n')) body += "\n\\ No newline at end of file\n";
  }
  return "@@ -" + range(old_line, old_count) + " +" + range(new_line, new_count) + " @@\n" + body;
}

}  // namespace

std::string unified_diff(std::string_view path, std::string_view before, std::string_view after) {
  if (before == after) return {};
  const std::vector<Step> steps = LineDiff(before, after).steps();
  std::string out = "--- " + std::string(path) + "\n+++ " + std::string(path) + "\n";
  size_t old_line = 0, new_line = 0, done = 0;
  const auto pass = [&](size_t until) {
    for (; done < until; done++) {
      old_line += steps[done].sign != '+';
      new_line += steps[done].sign != '-';
    }
  };
  for (size_t at = 0; at < steps.size();) {
    if (steps[at].sign == ' ') {
      at++;
      continue;
    }
    size_t last = at;  // the last change that is near enough to belong to this hunk
    for (size_t i = at; i < steps.size() && i <= last + 2 * kContext + 1; i++) {
      if (steps[i].sign != ' ') last = i;
    }
    const size_t from = std::max(done, at < kContext ? 0 : at - kContext);
    const size_t to = std::min(steps.size(), last + 1 + kContext);
    pass(from);
    out += hunk(steps, from, to, old_line, new_line);
    pass(to);
    at = to;
  }
  return out;
}

}  // namespace catalog
