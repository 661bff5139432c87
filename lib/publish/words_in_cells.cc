#include "publish/words_in_cells.h"

#include <algorithm>
#include <array>

#include "text/normal.h"

namespace catalog {

namespace {

constexpr std::array<std::string_view, 6> kSeparators{"、", "，", "；", ",", ";", "\n"};
constexpr std::array<std::string_view, 2> kOpen{"（", "("};
constexpr std::array<std::string_view, 2> kClose{"）", ")"};

/// The length of the sign that stands at `at`, if it is one of these; else 0.
template <size_t N>
size_t sign_at(std::string_view text, size_t at, const std::array<std::string_view, N>& signs) {
  const auto found =
      std::ranges::find_if(signs, [&](auto sign) { return text.substr(at).starts_with(sign); });
  return found == signs.end() ? 0 : found->size();
}

std::vector<std::string_view> split(std::string_view text) {
  std::vector<std::string_view> out;
  size_t from = 0, depth = 0;
  for (size_t at = 0; at < text.size();) {
    size_t length = 1;
    if (const size_t open = sign_at(text, at, kOpen)) {
      depth++, length = open;
    } else if (const size_t close = sign_at(text, at, kClose)) {
      depth -= depth > 0, length = close;
    } else if (const size_t comma = depth ? 0 : sign_at(text, at, kSeparators)) {
      out.push_back(text.substr(from, at - from));
      from = at + comma;
      length = comma;
    }
    at += length;
  }
  out.push_back(text.substr(from));
  return out;
}

WordPart part_of(const Vocabulary& vocabulary, WordList list, std::string_view text) {
  const WordUse& use = vocabulary.find(list, Symbol::of(text));
  return {use.word, std::string(text), use.note};
}

}  // namespace

std::vector<WordPart> word_parts(const Vocabulary& vocabulary, WordList list, Symbol text) {
  std::vector<WordPart> out;
  const auto parts = split(text.view());
  const WordUse& whole = vocabulary.find(list, text);
  if (whole && (parts.size() == 1 || whole.note.empty())) {
    out.push_back({whole.word, std::string(text.view()), whole.note});
    return out;
  }
  for (std::string_view part : parts) {
    const std::string_view trimmed = trim(part);
    if (!trimmed.empty()) out.push_back(part_of(vocabulary, list, trimmed));
  }
  return out;
}

}  // namespace catalog
