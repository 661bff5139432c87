#include "yaml/edit.h"

#include <optional>

#include "yaml/emit.h"
#include "yaml/generator.h"
#include "yaml/support.h"

using namespace catalog;
using namespace catalog::yaml;

namespace {

/// The node at a path of keys and item numbers.
NodeId at(const Tree& tree, std::initializer_list<std::string> path) {
  NodeId node = tree.root();
  for (const auto& step : path) {
    if (tree.resolved(node).kind == NodeKind::Mapping) {
      node = tree.find(node, step);
    } else {
      NodeId child = tree.resolved(node).first_child;
      for (int n = std::stoi(step); n > 0; --n) child = tree[child].next;
      node = child;
    }
    REQUIRE(node != kNoNode);
  }
  return node;
}

NodeId key_of(const Tree& tree, NodeId value) { return surroundings_of(tree, value).key; }

template <class F>
std::string edited(const std::string& text, F&& make) {
  Tree tree;
  REQUIRE_MESSAGE(parse(text, tree), text);
  return apply_edits(text, make(tree));
}

std::string replaced(const std::string& text, std::initializer_list<std::string> path,
                     std::string_view value) {
  return edited(
      text, [&](const Tree& tree) { return replace_scalar(text, tree, at(tree, path), value); });
}
std::string without_pair(const std::string& text, std::initializer_list<std::string> path) {
  return edited(text, [&](const Tree& tree) {
    const NodeId value = at(tree, path);
    return remove_pair(text, tree, surroundings_of(tree, value).parent, key_of(tree, value));
  });
}
std::string without_item(const std::string& text, std::initializer_list<std::string> path) {
  return edited(text, [&](const Tree& tree) {
    const NodeId item = at(tree, path);
    return remove_item(text, tree, surroundings_of(tree, item).parent, item);
  });
}
std::string with_pair(const std::string& text, std::initializer_list<std::string> behind,
                      std::string_view key, std::string_view written) {
  return edited(text, [&](const Tree& tree) {
    const NodeId value = at(tree, behind);
    return insert_pair(text, tree, surroundings_of(tree, value).parent, key_of(tree, value), key,
                       written);
  });
}

}  // namespace

TEST_CASE("a text is replaced with its quotes and comment kept") {
  CHECK(replaced("a: 低保  # 注\n", {"a"}, "公开") == "a: 公开  # 注\n");
  CHECK(replaced("a: \"6\"\n", {"a"}, "7") == "a: \"7\"\n");
  CHECK(replaced("a: '6'\n", {"a"}, "it's") == "a: 'it''s'\n");
  CHECK(replaced("a: b\n", {"a"}, "7") == "a: \"7\"\n");
  CHECK(replaced("a: [b, c]\n", {"a", "0"}, "x, y") == "a: [\"x, y\", c]\n");
  CHECK(replaced("a: |  # 注\n  b\n  c\nd: e\n", {"a"}, "f") == "a: f # 注\nd: e\n");
  CHECK(replaced("a: b\n  c\nd: e\n", {"a"}, "f") == "a: f\nd: e\n");
  CHECK(replaced("a: &x b\nc: *x\n", {"c"}, "f") == "a: &x b\nc: f\n");
}

TEST_CASE("a value that was not there is filled in") {
  CHECK(replaced("a:\nb: c\n", {"a"}, "d") == "a: d\nb: c\n");
  CHECK(replaced("a:   # 注\n", {"a"}, "d") == "a: d   # 注\n");
  CHECK(replaced("- \n- b\n", {"0"}, "d") == "- d \n- b\n");
  CHECK(replaced("{a: , b}", {"a"}, "d") == "{a: d, b}");
  CHECK(replaced("{a: , b}", {"b"}, "d") == "{a: , b: d}");
}

TEST_CASE("a pair goes behind another one, indented alike") {
  CHECK(with_pair("items:\n  - id: a\n    topic: b  # 注\n  - id: c\n", {"items", "0", "topic"},
                  "mode",
                  "主动") == "items:\n  - id: a\n    topic: b  # 注\n    mode: 主动\n  - id: c\n");
  CHECK(with_pair("a: b\r\nc: d\r\n", {"a"}, "x", "[y]") == "a: b\r\nx: [y]\r\nc: d\r\n");
  CHECK(with_pair("a: b", {"a"}, "x", "y") == "a: b\nx: y");
  CHECK(with_pair("a:\n  - b\n  - c: |\n      d\n\ne: f\n", {"a"}, "x", "y") ==
        "a:\n  - b\n  - c: |\n      d\nx: y\n\ne: f\n");
  CHECK(with_pair("{a: b}", {"a"}, "x", "y") == "{a: b, x: y}");
  CHECK(with_pair("\xEF\xBB\xBF"
                  "a: b\n",
                  {"a"}, "x", "y") ==
        "\xEF\xBB\xBF"
        "a: b\nx: y\n");
}

TEST_CASE("a pair goes before all others") {
  const auto first = [](const std::string& text) {
    return edited(text, [&](const Tree& tree) {
      return insert_pair(text, tree, tree.root(), kNoNode, "x", "y");
    });
  };
  CHECK(first("# 头\na: b\n") == "# 头\nx: y\na: b\n");
  CHECK(first("{a: b}") == "{x: y, a: b}");
  CHECK(first("{}") == "{x: y}");
}

TEST_CASE("an item goes behind another one or before all") {
  const auto insert = [](const std::string& text, int behind) {
    return edited(text, [&](const Tree& tree) {
      const NodeId list = at(tree, {"a"});
      return insert_item(text, tree, list,
                         behind < 0 ? kNoNode : at(tree, {"a", std::to_string(behind)}), "x");
    });
  };
  CHECK(insert("a:\n  - b  # 注\n  - c\n", 0) == "a:\n  - b  # 注\n  - x\n  - c\n");
  CHECK(insert("a:\n  - b\n  - c\n", -1) == "a:\n  - x\n  - b\n  - c\n");
  CHECK(insert("a:\n- b: 1\n  c: 2\n", 0) == "a:\n- b: 1\n  c: 2\n- x\n");
  CHECK(insert("a: [b, c]\n", 1) == "a: [b, c, x]\n");
  CHECK(insert("a: [b, c]\n", -1) == "a: [x, b, c]\n");
  CHECK(insert("a: []\n", -1) == "a: [x]\n");
}

TEST_CASE("a pair goes with its lines and its own comments") {
  CHECK(without_pair("a: b\n# 关于 c\nc: d  # 注\ne: f\n", {"c"}) == "a: b\ne: f\n");
  CHECK(without_pair("a: b\n\n# 别的\n\nc: d\n", {"c"}) == "a: b\n\n# 别的\n\n");
  CHECK(without_pair("- id: a\n  topic: b\n", {"0", "id"}) == "- topic: b\n");
  CHECK(without_pair("- id: a\n  # 关于 topic\n  topic: b\n", {"0", "id"}) ==
        "-\n  # 关于 topic\n  topic: b\n");
  CHECK(without_pair("a: b\nc:\n  - d\n  - e\n", {"c"}) == "a: b\n");
  CHECK(without_pair("a: b\nc: d", {"c"}) == "a: b");
  CHECK(without_pair("a:\n  b: c\nd: e\n", {"a", "b"}) == "a: {}\nd: e\n");
  CHECK(without_pair("a: {b: c, d: e, f: g}\n", {"a", "d"}) == "a: {b: c, f: g}\n");
  CHECK(without_pair("a: {b: c, d: e}\n", {"a", "d"}) == "a: {b: c}\n");
  CHECK(without_pair("a: {b: c}\n", {"a", "b"}) == "a: {}\n");
}

TEST_CASE("an item goes with its lines and its own comments") {
  CHECK(without_item("a:\n  - b\n  # 关于 c\n  - c: 1\n    d: 2\n  - e\n", {"a", "1"}) ==
        "a:\n  - b\n  - e\n");
  CHECK(without_item("a:\n  - b\n  - c\n", {"a", "0"}) == "a:\n  - c\n");
  CHECK(without_item("a:\n- b\nc: d\n", {"a", "0"}) == "a: []\nc: d\n");
  CHECK(without_item("a: # 注\n- b\nc: d\n", {"a", "0"}) == "a: [] # 注\nc: d\n");
  CHECK(without_item("- - a\n  - b\n", {"0", "0"}) == "- - b\n");
  CHECK(without_item("a: [b, c, d]\n", {"a", "0"}) == "a: [c, d]\n");
  CHECK(without_item("a: [b, c, d]\n", {"a", "2"}) == "a: [b, c]\n");
  CHECK(without_item("a: [\n  b,  # 一\n  c,  # 二\n  d\n]\n", {"a", "1"}) ==
        "a: [\n  b,  # 一\n    # 二\n  d\n]\n");
}

TEST_CASE("a whole collection gives way to something else") {
  const std::string text = "a:  # 注\n  - b\n  - c\nd: e\n";
  CHECK(edited(text, [&](const Tree& tree) {
          return replace_node(text, tree, at(tree, {"a"}), "[x]");
        }) == "a: [x]  # 注\nd: e\n");
  const std::string flow = "a: [b, c]  # 注\n";
  CHECK(edited(flow, [&](const Tree& tree) {
          return replace_node(flow, tree, at(tree, {"a"}), "x");
        }) == "a: x  # 注\n");
}

namespace {

/// The same change made to the meaning; none where the text needs no edit there.
Model* model_at(Model& root, const Tree& tree, NodeId wanted) {
  if (wanted == tree.root()) return &root;
  const Surroundings around = surroundings_of(tree, wanted);
  Model* parent = model_at(root, tree, around.parent);
  size_t index = 0;
  for (NodeId at = tree[around.parent].first_child; at != wanted; at = tree[at].next) ++index;
  return &parent->children[index];
}

struct Change {
  std::vector<Edit> edits;
  Model wanted;
  uint32_t comments_gone = 0;  ///< at most
};

/// A random change at a random node, in the text and in the meaning.
std::optional<Change> random_change(Dice& dice, const Generated& made, const Tree& tree) {
  Change change{{}, made.model, 0};
  const NodeId id = dice.below(static_cast<uint32_t>(tree.size()));
  if (id == tree.root()) return std::nullopt;
  const Surroundings around = surroundings_of(tree, id);
  const Node& parent = tree[around.parent];
  Model* model = model_at(change.wanted, tree, around.parent);
  size_t index = 0;
  for (NodeId at = parent.first_child; at != id; at = tree[at].next) ++index;
  const auto here = model->children.begin() + static_cast<ptrdiff_t>(index);
  const std::string value = Generator::scalar(dice);
  const Context context = parent.style == Style::Flow ? Context::Flow : Context::Block;
  switch (dice.below(3)) {
    case 0:
      if (tree[id].kind != NodeKind::Scalar) return std::nullopt;
      change.edits = replace_scalar(made.text, tree, id, around.is_key ? "k" + value : value);
      here->text = around.is_key ? "k" + value : value;
      return change;
    case 1:
      if (parent.kind == NodeKind::Mapping) {
        if (around.is_key) return std::nullopt;
        change.edits = insert_pair(made.text, tree, around.parent, around.key, "knew",
                                   scalar_text(value, context));
        model->children.insert(here + 1,
                               {{NodeKind::Scalar, "knew", {}}, {NodeKind::Scalar, value, {}}});
      } else {
        change.edits = insert_item(made.text, tree, around.parent, id, scalar_text(value, context));
        model->children.insert(here + 1, {NodeKind::Scalar, value, {}});
      }
      return change;
    default:
      change.comments_gone = UINT32_MAX;
      if (parent.kind == NodeKind::Mapping) {
        if (around.is_key) return std::nullopt;
        change.edits = remove_pair(made.text, tree, around.parent, around.key);
        model->children.erase(here - 1, here + 1);
      } else {
        change.edits = remove_item(made.text, tree, around.parent, id);
        model->children.erase(here);
      }
      return change;
  }
}

}  // namespace

TEST_CASE("after any change the document means what was intended and keeps its comments") {
  Generator generator(8);
  Dice dice(9);
  int changes = 0, refused = 0;
  for (int i = 0; i < 20'000; ++i) {
    const Generated made = generator.document();
    Tree tree;
    REQUIRE(parse(made.text, tree, Comments::Keep));
    const auto change = random_change(dice, made, tree);
    if (!change) continue;
    if (change->edits.empty()) {
      ++refused;
      continue;
    }
    const std::string after = apply_edits(made.text, change->edits);
    CAPTURE(made.text);
    CAPTURE(after);
    Tree left;
    const auto read = parse(after, left, Comments::Keep);
    REQUIRE_MESSAGE(read.has_value(), (read ? "" : read.error().message.in(Lang::En)));
    REQUIRE(shown(model_of(left, left.root())) == shown(change->wanted));
    if (change->comments_gone == 0) REQUIRE(left.comments().size() == tree.comments().size());
    ++changes;
  }
  CHECK(changes > 11'000);
  CHECK(refused < 100);
}
