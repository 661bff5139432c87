// Looking only at what is suspicious finds what looking at everything finds.
#include <algorithm>

#include "yaml/generator.h"
#include "yaml/slip_finders.h"
#include "yaml/slips.h"
#include "yaml/support.h"

using namespace catalog;
using namespace catalog::yaml;

namespace {

bool is_key(std::string_view word) {
  return word == "topic" || word == "title" || word == "公开依据" || word == "B7" || word == "低保";
}
bool is_word(std::string_view word) { return word == "区级" || word == "街镇级"; }

/// The slips of a text, found by looking at all of it.
std::vector<Slip> slips_of_all(std::string_view text, const Tree& tree) {
  const KnownWords known{is_key, is_word};
  const Surface surface = survey(text, tree);
  std::vector<Slip> slips;
  find_line_slips(surface, known, slips);
  find_bracket_slips(surface, known, slips);
  find_value_slips(surface, known, slips);
  std::ranges::stable_sort(slips, [](const Slip& a, const Slip& b) { return a.at < b.at; });
  return slips;
}

bool same(const Slip& a, const Slip& b) {
  const auto same_edit = [](const Edit& one, const Edit& other) {
    return one.span == other.span && one.text == other.text;
  };
  return a.kind == b.kind && a.at == b.at && a.safe == b.safe &&
         a.message.in(Lang::Zh) == b.message.in(Lang::Zh) &&
         a.advice.in(Lang::En) == b.advice.in(Lang::En) &&
         std::ranges::equal(a.edits, b.edits, same_edit);
}

/// How many texts were read and how many slips they had.
struct Seen {
  size_t read = 0;
  size_t slips = 0;
};

void compare(const std::string& text, Seen& seen) {
  Tree tree;
  if (!parse(text, tree) || tree.empty()) return;
  const auto all = slips_of_all(text, tree);
  const auto found = find_slips(text, tree, {is_key, is_word});
  REQUIRE_MESSAGE(std::ranges::equal(all, found, same), text);
  ++seen.read;
  seen.slips += all.size();
}

constexpr std::string_view kMarks[] = {
    "，", "、", "：", "﹕", "\u3000", "\u00A0", "“",   "”",      " #",          "＃",
    "－", "—",  "［", "］", "（",     "）",     "(",   ")",      "topic：",     "- ",
    ":",  ": ", "【", "】", "‘",      "’",      " #3", "\u2003", "区级，街镇级"};

/// The text with a few marks of the Chinese keyboard put in between its characters, half of them
/// where something begins or ends.
std::string with_marks(Dice& dice, std::string text) {
  for (uint32_t n = dice.below(4); n > 0; --n) {
    size_t at = dice.below(static_cast<uint32_t>(text.size()) + 1);
    if (dice.chance(50)) at = std::min(text.find_first_of(" \n[,]", at), text.size());
    while (at < text.size() && (static_cast<uint8_t>(text[at]) & 0xC0) == 0x80) ++at;
    text.insert(at, dice.one(kMarks));
  }
  return text;
}

}  // namespace

TEST_CASE("looking at suspicious places finds all slips of generated documents") {
  Generator generator(11);
  Dice dice(12);
  Seen seen;
  for (int i = 0; i < 20'000; ++i) compare(with_marks(dice, generator.document().text), seen);
  CHECK(seen.read > 8'000);
  CHECK(seen.slips > 300);
}

TEST_CASE("looking at suspicious places finds all slips of short texts") {
  static constexpr std::string_view kParts[] = {
      "topic",  "区级", "低保", "a",  ": ", ":",    "：",  "\n", "\n  ", "- ",
      "\n- ",   "[",    "]",    "{",  "}",  ", ",   ",",   "，", "、",   "(",
      ")",      "《",   "》",   "“",  "”",  " #",   " #3", " ",  "\"",   "\r\n",
      "\u3000", "－ ",  "＃",   "［", "］", "|\n ", "—",   "  "};
  Dice dice(13);
  Seen seen;
  for (int i = 0; i < 60'000; ++i) {
    std::string text;
    for (uint32_t n = dice.below(14); n > 0; --n) text += dice.one(kParts);
    compare(text, seen);
  }
  CHECK(seen.read > 10'000);
  CHECK(seen.slips > 300);
}

TEST_CASE("looking at suspicious places finds all slips put into shipped files") {
  Dice dice(14);
  Seen seen;
  for (const auto& file : shipped_files()) {
    const std::string text = read_file(file);
    for (int i = 0; i < 10; ++i) compare(with_marks(dice, text), seen);
  }
  CHECK(seen.read > 100);
  CHECK(seen.slips > 10);
}
