#include "yaml/generator.h"
#include "yaml/support.h"

using namespace catalog;
using namespace catalog::yaml;

namespace {

std::string dumped(const std::string& text) {
  Tree tree;
  const auto read = parse(text, tree, Comments::Keep);
  REQUIRE_MESSAGE(read.has_value(), text);
  return dump(tree, text);
}

}  // namespace

TEST_CASE("spans are bytes although libyaml counts characters") {
  CHECK(dumped("类型: 事项清单\n编号: \"6\"\n") ==
        "0-32 mapping block 4\n"
        "0-6 scalar plain \"类型\"\n"
        "8-20 scalar plain \"事项清单\"\n"
        "21-27 scalar plain \"编号\"\n"
        "29-32 scalar double \"6\"\n");
}

TEST_CASE("spans count a BOM and both bytes of CRLF") {
  CHECK(dumped("\xEF\xBB\xBF"
               "甲: 乙\r\n丙: [丁, '戊']\r\n") ==
        "3-30 mapping block 4\n"
        "3-6 scalar plain \"甲\"\n"
        "8-11 scalar plain \"乙\"\n"
        "13-16 scalar plain \"丙\"\n"
        "18-30 sequence flow 2\n"
        "19-22 scalar plain \"丁\"\n"
        "24-29 scalar single \"戊\"\n");
}

TEST_CASE("characters beyond the basic plane take four bytes and one mark") {
  CHECK(dumped("𠮷: 𠮷野\nb: c\n") ==
        "0-18 mapping block 4\n"
        "0-4 scalar plain \"𠮷\"\n"
        "6-13 scalar plain \"𠮷野\"\n"
        "14-15 scalar plain \"b\"\n"
        "17-18 scalar plain \"c\"\n");
}

TEST_CASE("collections reach from the first key, dash or bracket to the last child or bracket") {
  CHECK(dumped("a:\n  - b: 1\n    c: 2   # 注\n  - [x]\nd:\n- e\n") ==
        "0-43 mapping block 4\n"
        "0-1 scalar plain \"a\"\n"
        "5-36 sequence block 2\n"
        "7-20 mapping block 4\n"
        "7-8 scalar plain \"b\"\n"
        "10-11 scalar plain \"1\"\n"
        "16-17 scalar plain \"c\"\n"
        "19-20 scalar plain \"2\"\n"
        "33-36 sequence flow 1\n"
        "34-35 scalar plain \"x\"\n"
        "37-38 scalar plain \"d\"\n"
        "40-43 sequence block 1\n"
        "42-43 scalar plain \"e\"\n");
}

TEST_CASE("block scalars reach from their sign to the last line of text") {
  CHECK(dumped("a: |\n  一\n\n  二\n\n\nb: >-  # 注\n  三\n  四\nc: |+\n  五\n\n") ==
        "0-56 mapping block 6\n"
        "0-1 scalar plain \"a\"\n"
        "3-17 scalar literal \"一\\n\\n二\\n\"\n"
        "20-21 scalar plain \"b\"\n"
        "23-44 scalar folded \"三 四\"\n"
        "45-46 scalar plain \"c\"\n"
        "48-56 scalar literal \"五\\n\\n\"\n");
}

TEST_CASE("anchors and tags stand outside of the spans of their nodes") {
  CHECK(dumped("a: &x !!str 低保\nb: *x\nc: &y\n  d: 1\ne: &z\n- 2\nf: !t [g]\nh: &w\n") ==
        "0-63 mapping block 12\n"
        "0-1 scalar plain \"a\"\n"
        "12-18 scalar plain \"低保\" tagged &x\n"
        "19-20 scalar plain \"b\"\n"
        "22-24 alias plain\n"
        "25-26 scalar plain \"c\"\n"
        "33-37 mapping block &y 2\n"
        "33-34 scalar plain \"d\"\n"
        "36-37 scalar plain \"1\"\n"
        "38-39 scalar plain \"e\"\n"
        "44-47 sequence block &z 1\n"
        "46-47 scalar plain \"2\"\n"
        "48-49 scalar plain \"f\"\n"
        "54-57 sequence flow tagged 1\n"
        "55-56 scalar plain \"g\"\n"
        "58-59 scalar plain \"h\"\n"
        "63-63 scalar plain \"\" &w\n");
}

TEST_CASE("values that are not there have empty spans behind their colon or dash") {
  CHECK(dumped("a:\nb: # 注\nc:\n  -\n  - x\nd: {e: , f}\n") ==
        "0-36 mapping block 8\n"
        "0-1 scalar plain \"a\"\n"
        "2-2 scalar plain \"\"\n"
        "3-4 scalar plain \"b\"\n"
        "5-5 scalar plain \"\"\n"
        "12-13 scalar plain \"c\"\n"
        "17-24 sequence block 2\n"
        "18-18 scalar plain \"\"\n"
        "23-24 scalar plain \"x\"\n"
        "25-26 scalar plain \"d\"\n"
        "28-36 mapping flow 4\n"
        "29-30 scalar plain \"e\"\n"
        "32-32 scalar plain \"\"\n"
        "34-35 scalar plain \"f\"\n"
        "35-35 scalar plain \"\"\n");
}

TEST_CASE("a pair without braces in a list in brackets is a mapping that ends with its value") {
  CHECK(dumped("[a: 1, {b: c}: d]") ==
        "0-17 sequence flow 2\n"
        "1-5 mapping flow 2\n"
        "1-2 scalar plain \"a\"\n"
        "4-5 scalar plain \"1\"\n"
        "7-16 mapping flow 2\n"
        "7-13 mapping flow 2\n"
        "8-9 scalar plain \"b\"\n"
        "11-12 scalar plain \"c\"\n"
        "15-16 scalar plain \"d\"\n");
}

TEST_CASE("a value that stands in the source as it is needs no copy") {
  const std::string text = "a: 低保\nb: \"公开\"\nc: 'x'\nd: \"e\\n\"\n";
  Tree tree;
  REQUIRE(parse(text, tree));
  const auto inside = [&](std::string_view view) {
    return view.data() >= text.data() && view.data() < text.data() + text.size();
  };
  const NodeId root = tree.root();
  CHECK(inside(tree[tree.find(root, "a")].text));
  CHECK(inside(tree[tree.find(root, "b")].text));
  CHECK(inside(tree[tree.find(root, "c")].text));
  CHECK_FALSE(inside(tree[tree.find(root, "d")].text));
}

TEST_CASE("a node is found by key and by byte") {
  const std::string text = "a:\n  - b: 1\n    b: 2\n";
  Tree tree;
  REQUIRE(parse(text, tree));
  const NodeId list = tree.find(tree.root(), "a");
  REQUIRE(list != kNoNode);
  const NodeId item = tree[list].first_child;
  CHECK(tree[tree.find(item, "b")].text == "1");
  CHECK(tree.find(item, "c") == kNoNode);
  CHECK(tree.find(list, "b") == kNoNode);
  CHECK(tree[tree.node_at(7)].text == "b");
  CHECK(tree.node_at(5) == list);
  CHECK(tree.node_at(6) == kNoNode);
  uint32_t pairs = 0;
  tree.each_pair(item, [&](Pair pair) { pairs += tree[pair.key].text == "b" ? 1 : 0; });
  CHECK(pairs == 2);
}

TEST_CASE("merge keys are ordinary keys") {
  CHECK(meaning("a: &x {b: c}\nd:\n  <<: *x\n") == R"({"a": {"b": "c"}, "d": {"<<": {"b": "c"}}})");
}

TEST_CASE("a tree keeps its memory for the next text") {
  Tree tree;
  std::string large = "[";
  for (int i = 0; i < 2000; ++i) large += "甲,";
  large += "]";
  REQUIRE(parse(large, tree));
  const size_t held = tree.capacity_bytes();
  REQUIRE(parse("a: \"b\\n\"\n", tree));
  CHECK(tree.size() == 3);
  CHECK(tree.capacity_bytes() >= held);
  REQUIRE(parse(large, tree));
  CHECK(tree.capacity_bytes() <= held + 16 * 1024);
}

TEST_CASE("generated documents of every style are read as what they mean") {
  Generator generator(1);
  for (int i = 0; i < 10'000; ++i) {
    const Generated made = generator.document();
    Tree tree;
    const auto read = parse(made.text, tree);
    REQUIRE_MESSAGE(read.has_value(), made.text << "\n"
                                                << (read ? "" : read.error().message.in(Lang::En)));
    REQUIRE_MESSAGE(model_of(tree, tree.root()) == made.model,
                    made.text << "\n"
                              << shown(model_of(tree, tree.root())) << "\n"
                              << shown(made.model));
  }
}

TEST_CASE("spans nest, come in written order and hold what was written") {
  Generator generator(2);
  for (int i = 0; i < 2'000; ++i) {
    const Generated made = generator.document();
    Tree tree;
    REQUIRE(parse(made.text, tree));
    for (NodeId id = 0; id < tree.size(); ++id) {
      const Node& node = tree[id];
      REQUIRE(node.span.begin <= node.span.end);
      REQUIRE(node.span.end <= made.text.size());
      if (id > 0) REQUIRE(tree[id - 1].span.begin <= node.span.begin);
      for (NodeId child = node.first_child; child != kNoNode; child = tree[child].next) {
        REQUIRE(node.span.begin <= tree[child].span.begin);
        REQUIRE(tree[child].span.end <= node.span.end);
        if (tree[child].next != kNoNode)
          REQUIRE(tree[child].span.end <= tree[tree[child].next].span.begin);
      }
      if (node.kind == NodeKind::Scalar && node.style == Style::Plain &&
          node.text.find(' ') == std::string_view::npos) {
        REQUIRE(made.text.substr(node.span.begin, node.span.size()) == node.text);
      }
    }
  }
}
