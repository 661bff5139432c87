#include "yaml/format.h"

#include <yaml-cpp/yaml.h>

#include <algorithm>

#include "yaml/generator.h"
#include "yaml/support.h"
#include "yaml/yaml_cpp_model.h"

using namespace catalog;
using namespace catalog::yaml;

namespace {

/// The formatted text, or `!` where it must be left as it is.
std::string formatted(const std::string& text, const Wishes& wishes = {}) {
  Tree tree;
  REQUIRE_MESSAGE(parse(text, tree, Comments::Keep), text);
  return format(text, tree, wishes).value_or("!");
}

std::vector<std::string> sorted_comments(const std::string& text) {
  Tree tree;
  REQUIRE_MESSAGE(parse(text, tree, Comments::Keep), text);
  std::vector<std::string> comments;
  for (const Span span : tree.comments()) {
    std::string words = text.substr(span.begin, span.size());
    words.resize(words.find_last_not_of(" \t") + 1);
    comments.push_back(words);
  }
  std::ranges::sort(comments);
  return comments;
}

/// The texts of a document as they follow each other.
std::vector<std::string> sequence_of(const std::string& text) {
  Tree tree;
  REQUIRE_MESSAGE(parse(text, tree, Comments::Keep), text);
  std::vector<std::pair<uint32_t, std::string>> parts;
  for (NodeId id = 0; id < tree.size(); ++id) {
    if (tree[id].kind == NodeKind::Scalar && tree[id].span.size() > 0)
      parts.emplace_back(tree[id].span.begin, std::string(tree[id].text));
  }
  std::ranges::sort(parts);
  std::vector<std::string> sequence;
  for (auto& part : parts) sequence.push_back(std::move(part.second));
  return sequence;
}

void check_properties(const std::string& text, const Model& model) {
  const std::string once = formatted(text);
  REQUIRE_MESSAGE(once != "!", text);
  REQUIRE_MESSAGE(formatted(once) == once, (text + "\n--- once\n" + once));
  REQUIRE_MESSAGE(sequence_of(once) == sequence_of(text), (text + "\n--- once\n" + once));
  REQUIRE_MESSAGE(sorted_comments(once) == sorted_comments(text), (text + "\n--- once\n" + once));
  REQUIRE_MESSAGE(yaml_cpp_model(YAML::Load(once)) == model, (text + "\n--- once\n" + once));
}

}  // namespace

TEST_CASE("lists of texts stand in brackets where they are short, on lines elsewhere") {
  CHECK(formatted("a:\n- 区级\n-   街镇级\n") == "a: [区级, 街镇级]\n");
  const std::string wide(60, 'x');
  CHECK(formatted("a: [" + wide + ",\n  " + wide + "]\n") ==
        "a:\n  - " + wide + "\n  - " + wide + "\n");
}

TEST_CASE("mappings keep their brackets or lines") {
  CHECK(formatted("a: {b:   1,c: 2}\nd:\n    e: 1\n    f:   2\n") ==
        "a: {b: 1, c: 2}\nd:\n  e: 1\n  f: 2\n");
  CHECK(formatted("a: {b: 1,\n    c: 2}\n") == "a: {b: 1, c: 2}\n");
  CHECK(formatted("{\"a\": [1, {\"b\": 2}],\n \"c\": []}\n") ==
        "\"a\": [1, {\"b\": 2}]\n\"c\": []\n");
}

TEST_CASE("indentation is two, and at most one line is left empty") {
  CHECK(formatted("a:\n     b:\n          - c:  1\n            d: 2\n\n\n\n          - e: 3\n\n") ==
        "a:\n  b:\n    - c: 1\n      d: 2\n\n    - e: 3\n");
  CHECK(formatted("a:\n- b: 1\n  c: 2\n") == "a:\n  - b: 1\n    c: 2\n");
}

TEST_CASE("comments stay above, behind and below what they stand at") {
  CHECK(formatted("# 首\n\n# 上\na:   1 # 后\n# 乙上\nb: # 头\n    # 丙上\n    - c: 1   # 尾\n"
                  "    # 丙下\n# 末\n") ==
        "# 首\n\n# 上\na: 1  # 后\n# 乙上\nb:  # 头\n  # 丙上\n  - c: 1   # 尾\n  # 丙下\n# 末\n");
}

TEST_CASE("comments between brackets bring the list onto lines") {
  CHECK(formatted("a: [ # 头\n  b, # 乙\n  # 丙上\n  c\n  # 下\n] # 后\nd: 1\n") ==
        "a:  # 头\n  - b  # 乙\n  # 丙上\n  - c\n  # 下\n  # 后\nd: 1\n");
}

TEST_CASE("a comment on lines of its own goes with the deeper or the next entry by its column") {
  CHECK(formatted("a:\n   - b: 1\n     # 深\n   # 中\n# 浅\nc: 2\n") ==
        "a:\n  - b: 1\n    # 深\n  # 中\n# 浅\nc: 2\n");
}

TEST_CASE("an item that begins with a comment begins on the next line") {
  CHECK(formatted("- # 头\n   # 上\n   a: 1\n   b: 2\n-\n    c: 3\n") ==
        "-  # 头\n  # 上\n  a: 1\n  b: 2\n- c: 3\n");
}

TEST_CASE("texts over several lines keep their lines") {
  CHECK(formatted("a: 甲\n      乙\n\n      丙\nb: \"x\n    y\"\n") ==
        "a: 甲\n  乙\n\n  丙\nb: \"x\n  y\"\n");
  CHECK(formatted(
            "a: |  # 头\n        甲\n          乙\n\n        丙\nb: >-\n   x\n   y\n\n    z\n") ==
        "a: |  # 头\n  甲\n    乙\n\n  丙\nb: >-\n  x\n  y\n\n   z\n");
  CHECK(formatted("a:  # 头\n  |-  # 内\n   甲\n") == "a:\n  # 头\n  |-  # 内\n  甲\n");
  CHECK(formatted("a: |2\n   甲\n  乙\n") == "a: |2\n   甲\n  乙\n");
  CHECK(formatted("a: |+\n  甲\n\n\nb: 1\n") == "a: |+\n  甲\n\n\nb: 1\n");
  CHECK(formatted("a: |\n  甲") == "a: |-\n  甲\n");
}

TEST_CASE("anchors, aliases, tags and merge keys stay") {
  CHECK(formatted("a:   &x\n    b: 1\nc:\n    <<:   *x\n    d: !!str   2\ne:   [*x , &y z]\n") ==
        "a: &x\n  b: 1\nc:\n  <<: *x\n  d: !!str 2\ne: [*x, &y z]\n");
}

TEST_CASE("line breaks are those of the file, a mark of byte order goes") {
  CHECK(formatted("\xEF\xBB\xBF"
                  "a:  1\r\nb:\r\n- c\r\n") == "a: 1\r\nb: [c]\r\n");
}

TEST_CASE("single quotes become double ones unless that would need escapes") {
  CHECK(formatted("a: 'x'\nb: 'it''s'\nc: 'say \"x\"'\nd: '\\d'\n") ==
        "a: \"x\"\nb: \"it's\"\nc: 'say \"x\"'\nd: '\\d'\n");
}

TEST_CASE("what has no layout of ours is left as it is") {
  for (const char* text : {"%YAML 1.1\n---\na:  1\n", "? [a,  b]\n: c\n", "甲  乙\n", "[]\n", "",
                           "# 只有注释\n", "? |\n  a\n: b\n"})
    CHECK_MESSAGE(formatted(text) == "!", text);
}

TEST_CASE("wishes: another text, quotes, order, empty lines between entries") {
  const std::string text = "# 首\ne: 1\nx: 2\na: 2020.10\nk: list\n";
  Tree tree;
  REQUIRE(parse(text, tree, Comments::Keep));
  Wishes wishes;
  wishes.nodes.resize(tree.size());
  const auto key = [&](std::string_view name) {
    for (NodeId id = 0; id < tree.size(); ++id)
      if (tree[id].text == name) return id;
    return kNoNode;
  };
  wishes.nodes[key("k")].rank = 0;
  wishes.nodes[key("a")].rank = 1;
  wishes.nodes[key("e")].rank = 2;
  wishes.nodes[key("2020.10")].quotes = Quotes::WhereNeeded;
  wishes.nodes[key("list")].text = "事项清单";
  CHECK(format(text, tree, wishes) == "# 首\nk: 事项清单\na: \"2020.10\"\ne: 1\nx: 2\n");
}

TEST_CASE(
    "generated documents keep their meaning and comments, and a second time changes nothing") {
  Generator generator(11);
  for (int i = 0; i < 10'000; ++i) {
    const Generated made = generator.document();
    check_properties(made.text, made.model);
  }
}

TEST_CASE("files that the project ships keep their meaning") {
  for (const auto& file : shipped_files()) {
    const std::string text = read_file(file);
    check_properties(text, yaml_cpp_model(YAML::Load(text)));
  }
}

TEST_CASE("documents with anything put in anywhere keep meaning and comments too, or are left") {
  static const std::vector<std::string> kPieces{
      "# 注\n", " # 注\n", "\n",       "\n\n",     " ",       "  ",  "- ", "-\n",
      "[",      "]",       "{",        "}",        ", ",      "&a ", "*a", "!t ",
      ": ",     "|\n",     "|+\n",     ">\n",      ">-\n",    "\"",  "'",  "? ",
      "\t",     "\r\n",    "a: ",      "<<: ",     "~",       "k",   "\\", "...\n",
      "---\n",  ",\n",     "[ # 头\n", "{ # 头\n", "] # 尾\n"};
  Generator generator(12);
  Dice dice(13);
  int laid_out = 0, left = 0;
  for (int i = 0; i < 30'000; ++i) {
    std::string text = generator.document().text;
    for (uint32_t n = 1 + dice.below(3); n > 0; --n) {
      uint32_t at = dice.below(static_cast<uint32_t>(text.size() + 1));
      while (at < text.size() && (static_cast<uint8_t>(text[at]) & 0xC0) == 0x80) ++at;
      text.insert(at, dice.one(kPieces));
    }
    Tree tree;
    if (!parse(text, tree, Comments::Keep) || tree.empty()) continue;
    const auto once = format(text, tree);
    if (!once) {
      ++left;
      continue;
    }
    ++laid_out;
    REQUIRE_MESSAGE(meaning(*once) == meaning(text), (text + "\n--- once\n" + *once));
    REQUIRE_MESSAGE(sorted_comments(*once) == sorted_comments(text),
                    (text + "\n--- once\n" + *once));
    const std::string twice = formatted(*once);
    REQUIRE_MESSAGE(twice == *once, (text + "\n--- once\n" + *once + "\n--- twice\n" + twice));
  }
  CHECK(laid_out > 8'000);
  CHECK(left < laid_out / 50);
}
