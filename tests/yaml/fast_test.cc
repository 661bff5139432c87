// The fast reader gives exactly libyaml's tree, or hands the text over.

#include "yaml/fast.h"

#include "yaml/encoding.h"
#include "yaml/generator.h"
#include "yaml/libyaml_reader.h"
#include "yaml/support.h"

using namespace catalog;
using namespace catalog::yaml;

namespace {

bool equal(const Node& a, const Node& b) {
  return a.kind == b.kind && a.style == b.style && a.has_tag == b.has_tag &&
         a.child_count == b.child_count && a.span == b.span && a.first_child == b.first_child &&
         a.next == b.next && a.target == b.target && a.anchor == b.anchor && a.text == b.text;
}

bool equal(const Tree& a, const Tree& b) {
  if (a.size() != b.size()) return false;
  for (NodeId id = 0; id < a.size(); ++id) {
    if (!equal(a[id], b[id])) return false;
  }
  return true;
}

enum class Outcome { Same, HandedOver };

/// Reads a text both ways; fails where the fast reader gives something of its own.
Outcome compare(const std::string& text, const Limits& limits = {}) {
  static Tree fast, slow;
  if (check_encoding(text)) return Outcome::HandedOver;
  fast.clear();
  slow.clear();
  if (!read_fast(text, fast, limits)) return Outcome::HandedOver;
  const auto read = read_by_libyaml(text, slow, limits);
  REQUIRE_MESSAGE(read.has_value(), text);
  REQUIRE_MESSAGE(equal(fast, slow), text << "\nfast:\n"
                                          << dump(fast, text) << "\nlibyaml:\n"
                                          << dump(slow, text));
  return Outcome::Same;
}

/// A text with a few bytes changed, removed or put in.
std::string mutated(Dice& dice, std::string text) {
  static constexpr std::string_view kParts[] = {
      "[",  "]",  "{",  "}",    "\"",  "'",     ":",     ": ",   "- ",  "-",  "\n", " ",
      "  ", "\t", "#",  " #",   "&a ", "*a",    "!t ",   "|",    ">",   "%",  "@",  ",",
      "?",  "? ", "\r", "\r\n", "\\",  "---\n", "...\n", "\n\n", ":\n", "低", "x"};
  for (uint32_t n = 1 + dice.below(4); n > 0 && !text.empty(); --n) {
    const uint32_t at = dice.below(static_cast<uint32_t>(text.size()));
    switch (dice.below(3)) {
      case 0:
        text.insert(at, dice.one(kParts));
        break;
      case 1:
        text.erase(at, 1 + dice.below(4));
        break;
      default:
        text[at] = static_cast<char>(dice.below(128));
    }
  }
  return text;
}

}  // namespace

TEST_CASE("common documents are read fast and alike") {
  Generator generator(12, {.only_common = true});
  int same = 0;
  for (int i = 0; i < 10'000; ++i)
    same += compare(generator.document().text) == Outcome::Same ? 1 : 0;
  CHECK(same > 8'000);
}

TEST_CASE("documents of every style are read alike or handed over") {
  Generator generator(13);
  int same = 0;
  for (int i = 0; i < 10'000; ++i)
    same += compare(generator.document().text) == Outcome::Same ? 1 : 0;
  CHECK(same > 1'000);
  CHECK(same < 9'000);
}

TEST_CASE("mutilated documents are read alike or handed over") {
  Generator generator(14, {.only_common = true});
  Dice dice(15);
  int same = 0;
  for (int i = 0; i < 30'000; ++i)
    same += compare(mutated(dice, generator.document().text)) == Outcome::Same ? 1 : 0;
  CHECK(same > 3'000);
}

TEST_CASE("the files that the project ships are read fast and alike") {
  const auto files = shipped_files();
  size_t same = 0;
  for (const auto& file : files) same += compare(read_file(file)) == Outcome::Same ? 1 : 0;
  CHECK(same * 10 >= files.size() * 9);
}

TEST_CASE("mutilated shipped files are read alike or handed over") {
  const auto files = shipped_files();
  Dice dice(16);
  int same = 0;
  for (int i = 0; i < 10'000; ++i) {
    const std::string whole = read_file(dice.one(files));
    // From the file's beginning, or from one of its items on.
    const size_t item =
        dice.chance(50) ? whole.find("\n  - ", dice.below(static_cast<uint32_t>(whole.size()))) : 0;
    const size_t from = item == std::string::npos || item == 0 ? 0 : item + 1;
    same += compare(mutated(dice, whole.substr(from, 1'500) + "\n")) == Outcome::Same ? 1 : 0;
  }
  CHECK(same > 200);
}

TEST_CASE("short texts of YAML's marks are read alike or handed over") {
  static constexpr std::string_view kParts[] = {
      "a", "b", ":", ": ", ":\n", "- ", "-", "\n", "\n  ", "\n    ", " ", "[", "]",
      "{", "}", ",", ", ", "\"",  "'",  "#", " #", "?",    "\r\n",   ".", "低"};
  Dice dice(17);
  int same = 0;
  for (int i = 0; i < 200'000; ++i) {
    std::string text;
    for (uint32_t n = dice.below(14); n > 0; --n) text += dice.one(kParts);
    same += compare(text + "\n") == Outcome::Same ? 1 : 0;
  }
  CHECK(same > 5'000);
}

TEST_CASE("what is left to libyaml is handed over") {
  for (const std::string text :
       {"a: b", "a: |\n  b\n", "a: &x b\n", "a: !t b\n", "a: b\n  c\n", "---\na: b\n", "? a\n: b\n",
        "a:\tb\n", "[a]\n", "a\n", "a: [b: c]\n", "a: {b}\n", "a: \"\\u4f4e\"\n", "a: \"b\n  c\"\n",
        "a: b\rc: d\r\n", "%YAML 1.2\n---\na: b\n", "a: *x\n", "...\n"}) {
    Tree tree;
    CHECK_MESSAGE(!read_fast(text, tree, {}), text);
  }
}

TEST_CASE("what is common is not handed over") {
  for (const std::string text :
       {"", "# 注\n", "a: b\n",
        "a:\n  - b: c\n    d:\n  -\n  - [e, {f: g}, \"h\", 'i''j']  # 注\nk:\n- l\n",
        "a: [b,\n  # 注\n  c,  # 注\n  d]\n",
        "\xEF\xBB\xBF"
        "a: b\r\nc: d\r\n",
        "a: \"b \\\"c\\\" \\\\\"\n", "- - a\n  - b\n- c: d\n", "a: http://b.cn/?c=d#e\n",
        "  a: b\n  c: d\n", "\"a\" : b\n"}) {
    if (text.empty()) continue;
    CHECK_MESSAGE(compare(text) == Outcome::Same, text);
  }
}

TEST_CASE("limits are kept alike") {
  const std::string text = "a: [x, y, z]\nb: c\n";  // 8 nodes
  const Limits fits{
      .depth = 2, .bytes = 18, .nodes = 8, .scalar_bytes = 1, .pairs = 2, .expanded_nodes = 8};
  CHECK(compare(text, fits) == Outcome::Same);
  for (Limits limits : {Limits{.depth = 1}, Limits{.nodes = 7}, Limits{.scalar_bytes = 0},
                        Limits{.pairs = 1}, Limits{.expanded_nodes = 7}}) {
    CHECK(compare(text, limits) == Outcome::HandedOver);
  }
  std::string deep;
  for (int i = 0; i < 64; ++i) deep += "- ";
  CHECK(compare(deep + "a\n") == Outcome::Same);
  CHECK(compare(deep + "- a\n") == Outcome::HandedOver);
}
