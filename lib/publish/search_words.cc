#include "publish/search_words.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "text/normal.h"
#include "text/pinyin.h"
#include "text/split.h"
#include "text/traditional.h"
#include "text/utf8.h"

namespace catalog {

namespace {

constexpr char32_t kFirstHan = 0x4E00, kLastHan = 0x9FFF;  // where the traditional ones are

bool is_syllable(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return c >= 'a' && c <= 'z'; });
}

std::string joined(const std::vector<std::string>& parts) {
  std::string out;
  for (const std::string& part : parts) out += (out.empty() ? "" : " ") + part;
  return out;
}

nlohmann::ordered_json synonyms(const Vocabulary& vocabulary, std::set<char32_t>& read) {
  nlohmann::ordered_json out = nlohmann::ordered_json::array();
  const auto add = [&](WordList list) {
    for (const VocabularyWord& word : vocabulary.words(list)) {
      if (word.aliases.empty()) continue;
      auto group = nlohmann::ordered_json::array({word.name.view()});
      collect_han(word.name.view(), read);
      for (const Text& alias : word.aliases) {
        group.push_back(alias.view());
        collect_han(alias.view(), read);
      }
      out.push_back(std::move(group));
    }
  };
  add(WordList::Synonyms);
  add(WordList::Channels);
  return out;
}

/// Which of the words has only characters that occur.
bool occurs(const ReadWord& word, const std::set<char32_t>& read) {
  return std::ranges::all_of(to_code_points(word.word),
                             [&](char32_t c) { return read.contains(c); });
}

}  // namespace

std::expected<std::vector<ReadWord>, IoError> read_pinyin_words(FileSystem& files,
                                                                const std::string& path) {
  std::vector<ReadWord> out;
  if (files.kind(path) != PathKind::File) return out;
  const auto text = files.read(path);
  if (!text) return std::unexpected(text.error());
  size_t number = 0;
  for (const std::string_view whole : split(*text, '\n')) {
    const std::string_view line = trim(whole);
    number++;
    if (line.empty() || line.starts_with('#')) continue;
    const std::vector<std::string_view> parts = split_filled(line, ' ');
    ReadWord word{std::string(parts.front()), {parts.begin() + 1, parts.end()}};
    const std::u32string characters = to_code_points(word.word);
    if (word.syllables.size() != characters.size() ||
        !std::ranges::all_of(word.syllables, is_syllable) ||
        !std::ranges::all_of(characters, is_han))
      return std::unexpected(IoError{
          path, 0,
          say({"{}第{}行：“{}”应为词和每个字的拼音，如“银行 yin hang”",
               "{}, line {}: “{}” should be a word and a syllable for each of its characters, as "
               "“银行 yin hang”"},
              path, number, line)});
    out.push_back(std::move(word));
  }
  return out;
}

std::string search_words(const std::set<char32_t>& all, std::set<char32_t> read,
                         const std::vector<ReadWord>& words, const Vocabulary& vocabulary) {
  const nlohmann::ordered_json groups = synonyms(vocabulary, read);
  std::map<char32_t, std::string> own;  // readings that pinyin.txt gives single characters
  nlohmann::ordered_json lines = nlohmann::ordered_json::array();
  for (const ReadWord& word : words) {
    if (!occurs(word, read)) continue;
    if (word.syllables.size() == 1) {
      own[to_code_points(word.word).front()] = word.syllables.front();
    } else {
      lines.push_back(word.word + " " + joined(word.syllables));
    }
  }
  std::map<std::string, std::string> by_syllable;
  for (const char32_t c : read) {
    const auto given = own.find(c);
    const std::string syllable = given == own.end() ? pinyin_of(c) : given->second;
    if (!syllable.empty()) append_utf8(by_syllable[syllable], c);
  }
  std::string traditional;  // pairs
  for (char32_t c = kFirstHan; c <= kLastHan; c++) {
    const char32_t simple = simplified_form(c);
    if (!simple || !all.contains(simple)) continue;
    append_utf8(traditional, c);
    append_utf8(traditional, simple);
  }
  return "\"chars\":" + nlohmann::json(by_syllable).dump() + ",\n\"words\":" + lines.dump() +
         ",\n\"traditional\":" + nlohmann::json(traditional).dump() +
         ",\n\"synonyms\":" + groups.dump();
}

}  // namespace catalog
