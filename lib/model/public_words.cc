#include "model/public_words.h"

#include <algorithm>

#include "text/normal.h"
#include "text/utf8.h"

namespace catalog {

namespace {

constexpr std::string_view kEveryone = "everyone";  // ids of the vocabulary's audiences
constexpr std::string_view kGroup = "group";
constexpr std::string_view kWordDividers = "、，,；;/";

}  // namespace

std::vector<std::string_view> parts_of(std::string_view text, std::string_view dividers) {
  std::vector<std::string_view> out;
  size_t begin = 0;
  int depth = 0;
  const auto take = [&](size_t end) {
    const std::string_view part = trim(text.substr(begin, end - begin));
    if (!part.empty()) out.push_back(part);
  };
  for (size_t at = 0; at < text.size();) {
    const CodePoint point = decode_utf8(text, at);
    const std::string_view sign = text.substr(at, point.length);
    if (sign == "（" || sign == "(" || sign == "《") depth++;
    if ((sign == "）" || sign == ")" || sign == "》") && depth > 0) depth--;
    if (depth == 0 && dividers.find(sign) != dividers.npos) {
      take(at);
      begin = at + point.length;
    }
    at += point.length;
  }
  take(text.size());
  return out;
}

std::optional<size_t> mode_rank(const Vocabulary& vocabulary, Symbol mode) {
  const auto rank = [&](const WordUse& use) {
    return static_cast<size_t>(use.word - vocabulary.words(WordList::Modes).data());
  };
  if (const WordUse& use = vocabulary.find(WordList::Modes, mode)) return rank(use);
  std::optional<size_t> narrowest;
  for (std::string_view part : parts_of(mode.view(), kWordDividers)) {
    const WordUse& use = vocabulary.find(WordList::Modes, Symbol::of(part));
    if (!use) return std::nullopt;
    narrowest = std::max(narrowest.value_or(0), rank(use));
  }
  return narrowest;
}

AudienceMeaning audience_meaning(const Vocabulary& vocabulary, std::string_view text) {
  AudienceMeaning out;
  for (std::string_view part : parts_of(text, kWordDividers)) {
    const WordUse& use = vocabulary.find(WordList::Audiences, Symbol::of(part));
    if (!use) {
      out.unknown.emplace_back(part);
    } else if (use.word->id.view() == kEveryone) {
      out.everyone = true;
    } else if (use.word->id.view() == kGroup) {
      out.group = true;
      if (!use.note.empty()) out.groups.push_back(use.note);
    }
  }
  return out;
}

}  // namespace catalog
