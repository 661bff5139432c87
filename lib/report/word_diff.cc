#include "report/word_diff.h"

#include <algorithm>
#include <cstdint>

#include "text/utf8.h"

namespace catalog {

namespace {

using Words = std::vector<std::string_view>;

constexpr size_t kIsland = 3;           ///< signs
constexpr size_t kMostCells = 400'000;  // of the table of common words

bool is_word_sign(std::string_view sign) {
  const char c = sign.front();
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

Words words_of(std::string_view text) {
  Words out;
  for (size_t at = 0; at < text.size();) {
    size_t end = at + decode_utf8(text, at).length;
    while (is_word_sign(text.substr(at)) && end < text.size() && is_word_sign(text.substr(end))) {
      end++;
    }
    out.push_back(text.substr(at, end - at));
    at = end;
  }
  return out;
}

void add(std::vector<WordPiece>& out, WordPiece::Kind kind, std::string_view text) {
  if (out.empty() || out.back().kind != kind) out.push_back({kind, {}});
  out.back().text += text;
}

/// Lengths of the longest common subsequences of the ends from (i, j).
std::vector<uint32_t> common_lengths(const Words& a, const Words& b) {
  const size_t width = b.size() + 1;
  std::vector<uint32_t> table((a.size() + 1) * width);
  for (size_t i = a.size(); i-- > 0;) {
    for (size_t j = b.size(); j-- > 0;) {
      table[i * width + j] = a[i] == b[j]
                                 ? table[(i + 1) * width + j + 1] + 1
                                 : std::max(table[(i + 1) * width + j], table[i * width + j + 1]);
    }
  }
  return table;
}

/// Gone before come, wherever both stand at one place.
void add_middle(const Words& a, const Words& b, std::vector<WordPiece>& out) {
  using Kind = WordPiece::Kind;
  if (a.size() * b.size() > kMostCells) {
    for (const std::string_view word : a) add(out, Kind::Gone, word);
    for (const std::string_view word : b) add(out, Kind::Come, word);
    return;
  }
  const auto table = common_lengths(a, b);
  const size_t width = b.size() + 1;
  size_t i = 0;
  size_t j = 0;
  std::string come;
  const auto flush = [&] {
    if (!come.empty()) add(out, Kind::Come, come);
    come.clear();
  };
  while (i < a.size() || j < b.size()) {
    if (i < a.size() && j < b.size() && a[i] == b[j]) {
      flush();
      add(out, Kind::Same, a[i]);
      i++;
      j++;
    } else if (j == b.size() ||
               (i < a.size() && table[(i + 1) * width + j] >= table[i * width + j + 1])) {
      add(out, Kind::Gone, a[i++]);
    } else {
      come += b[j++];
    }
  }
  flush();
}

/// How long the change is that ends, or begins, with this piece.
size_t change_size(const std::vector<WordPiece>& pieces, size_t at, int step) {
  size_t most = 0;
  for (; at < pieces.size() && pieces[at].kind != WordPiece::Kind::Same;
       at += static_cast<size_t>(step)) {
    most = std::max(most, count_code_points(pieces[at].text));
  }
  return most;
}

/// A few signs that two long changes have between them by chance say nothing: they go with them.
std::vector<WordPiece> without_islands(const std::vector<WordPiece>& pieces) {
  using Kind = WordPiece::Kind;
  std::vector<WordPiece> out;
  std::string gone;
  std::string come;
  const auto flush = [&] {
    if (!gone.empty()) add(out, Kind::Gone, gone);
    if (!come.empty()) add(out, Kind::Come, come);
    gone.clear();
    come.clear();
  };
  for (size_t i = 0; i < pieces.size(); i++) {
    const WordPiece& piece = pieces[i];
    if (piece.kind == Kind::Same) {
      const size_t size = count_code_points(piece.text);
      const bool island = i > 0 && i + 1 < pieces.size() && size <= kIsland &&
                          size < change_size(pieces, i - 1, -1) &&
                          size < change_size(pieces, i + 1, 1);
      if (!island) {
        flush();
        add(out, Kind::Same, piece.text);
        continue;
      }
    }
    if (piece.kind != Kind::Come) gone += piece.text;
    if (piece.kind != Kind::Gone) come += piece.text;
  }
  flush();
  return out;
}

}  // namespace

std::vector<WordPiece> word_diff(std::string_view before, std::string_view after) {
  Words a = words_of(before);
  Words b = words_of(after);
  size_t head = 0;
  while (head < a.size() && head < b.size() && a[head] == b[head]) head++;
  size_t tail = 0;
  while (tail < a.size() - head && tail < b.size() - head &&
         a[a.size() - 1 - tail] == b[b.size() - 1 - tail]) {
    tail++;
  }
  std::vector<WordPiece> out;
  for (size_t i = 0; i < head; i++) add(out, WordPiece::Kind::Same, a[i]);
  const auto middle = [&](const Words& words) {
    return Words(words.begin() + static_cast<std::ptrdiff_t>(head),
                 words.end() - static_cast<std::ptrdiff_t>(tail));
  };
  add_middle(middle(a), middle(b), out);
  for (size_t i = a.size() - tail; i < a.size(); i++) add(out, WordPiece::Kind::Same, a[i]);
  return without_islands(out);
}

}  // namespace catalog
