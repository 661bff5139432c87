#include "yaml/emit.h"

#include <yaml-cpp/yaml.h>

#include <thread>

#include "yaml/generator.h"
#include "yaml/support.h"

using namespace catalog;
using namespace catalog::yaml;

namespace {

Value random_value(Dice& dice, uint32_t depth, Model& model) {
  const uint32_t what = depth > 3 ? 0 : dice.below(10);
  if (what < 6) {
    std::string text = Generator::scalar(dice);
    if (dice.chance(5)) text += "\n第二行";
    model = {NodeKind::Scalar, text, {}};
    Value value(text);
    if (dice.chance(10)) value.quoted();
    if (dice.chance(10)) value.comment("注释 # : [");
    return value;
  }
  const bool mapping = what < 8;
  model = {mapping ? NodeKind::Mapping : NodeKind::Sequence, {}, {}};
  Value value = mapping ? Value::mapping() : Value::sequence();
  for (uint32_t n = dice.below(5); n > 0; --n) {
    Model child;
    Value made = random_value(dice, depth + 1, child);
    if (mapping) {
      const std::string key = "k" + std::to_string(n) + Generator::scalar(dice);
      model.children.push_back({NodeKind::Scalar, key, {}});
      value.add(key, std::move(made));
    } else {
      value.add(std::move(made));
    }
    model.children.push_back(std::move(child));
  }
  if (dice.chance(10)) value.comment("一").comment("").comment("二");
  return value;
}

}  // namespace

TEST_CASE("a document is written as people write it") {
  Value document = Value::mapping();
  document.comment("yaml-language-server: $schema=../schemas/list.schema.json");
  document.add("kind", "list");
  document.add("unit", Value("310104").quoted());
  document.add("版本", "2020.1");
  document.add("note", "");
  Value& items = document.add("items", Value::sequence());
  items.comment("").comment("事项");
  Value& item = items.add(Value::mapping());
  item.add("id", Value("6").quoted());
  item.add("levels", Value::texts({"区级", "街镇级"}));
  item.add("basis",
           Value::texts({"《国务院关于进一步加强和改进最低生活保障工作的意见》（国发〔2012〕45号）",
                         "《上海市社会救助条例》"}));
  item.add("links", Value::sequence()).add(Value::mapping()).add("url", "https://a.cn/?x=1");
  items.add(Value::mapping()).add("topic", "公开: 是");
  items.add(Value::sequence());
  CHECK(emit(document) ==
        "# yaml-language-server: $schema=../schemas/list.schema.json\n"
        "kind: list\n"
        "unit: \"310104\"\n"
        "版本: \"2020.1\"\n"
        "note: \"\"\n"
        "\n"
        "# 事项\n"
        "items:\n"
        "  - id: \"6\"\n"
        "    levels: [区级, 街镇级]\n"
        "    basis:\n"
        "      - 《国务院关于进一步加强和改进最低生活保障工作的意见》（国发〔2012〕45号）\n"
        "      - 《上海市社会救助条例》\n"
        "    links:\n"
        "      - {url: \"https://a.cn/?x=1\"}\n"
        "  - {topic: \"公开: 是\"}\n"
        "  - []\n");
}

TEST_CASE("the width of lists in one line can be chosen") {
  Value document = Value::mapping();
  document.add("a", Value::texts({"低保", "公开"}));
  CHECK(emit(document) == "a: [低保, 公开]\n");
  CHECK(emit(document, {.flow_columns = 15}) == "a: [低保, 公开]\n");
  CHECK(emit(document, {.flow_columns = 14}) == "a:\n  - 低保\n  - 公开\n");
}

TEST_CASE("values on one line serve edits") {
  Value value = Value::mapping();
  value.add("reason", "甲, 乙");
  value.add("levels", Value::texts({"区级"}));
  CHECK(emit_flow(value) == "{reason: \"甲, 乙\", levels: [区级]}");
}

TEST_CASE("what is written is read back by our reader and by yaml-cpp") {
  Dice dice(10);
  for (int i = 0; i < 10'000; ++i) {
    Model model;
    const Value value = random_value(dice, 0, model);
    const std::string text = emit(value, {.flow_columns = 20 + dice.below(100)});
    REQUIRE_MESSAGE(meaning(text) == shown(model), text);
    if (value.kind() == Value::Kind::Mapping)
      REQUIRE_MESSAGE(YAML::Load(text).size() == model.children.size() / 2, text);
    REQUIRE_MESSAGE(meaning(emit_flow(value)) == shown(model), text);
  }
}

TEST_CASE("comments that are written are comments when read") {
  Dice dice(11);
  for (int i = 0; i < 500; ++i) {
    Value document = Value::mapping();
    uint32_t wanted = 0;
    Value& list = document.add("a", Value::sequence());
    for (uint32_t n = 1 + dice.below(4); n > 0; --n) {
      Value& item = list.add(Value::mapping());
      Value& value = item.add("b", dice.chance(50) ? Value("c") : Value::texts({"d", "e"}));
      if (dice.chance(50)) {
        value.comment("注");
        ++wanted;
      }
      if (dice.chance(30)) {
        item.comment("项");
        ++wanted;
      }
    }
    const std::string text = emit(document);
    Tree tree;
    REQUIRE_MESSAGE(parse(text, tree, Comments::Keep), text);
    REQUIRE_MESSAGE(tree.comments().size() == wanted, text);
  }
}

namespace {

std::string joined(const Value& head, const Entries& entries, const Layout& layout) {
  std::string out;
  emit(head, entries, layout, [&](std::string_view piece) { out += piece; });
  return out;
}

}  // namespace

TEST_CASE("a long list that is made while it is written reads as one that is there") {
  const auto entry = [](size_t i) {
    Value item = Value::mapping();
    item.add("编号", Value(std::to_string(i))).comment(i % 7 == 0 ? "注" : "");
    item.add("elements", Value::texts({"甲", std::string(i % 90, 'x')}));
    if (i % 3 == 0) item.comment("");
    return item;
  };
  for (const size_t count : {size_t{0}, size_t{1}, size_t{1300}}) {
    Value head = Value::mapping();
    head.add("kind", Value("list")).comment("首");
    head.tail("尾");
    Value document = head;
    Value list = Value::sequence();
    for (size_t i = 0; i < count; i++) list.add(entry(i));
    document.add("a", std::move(list)).comment("");
    size_t parts = 0;
    const Layout backwards{.run = [&](size_t number, const auto& part) {
      parts = number;
      while (number > 0) part(--number);
    }};
    const Layout all_at_once{.run = [](size_t number, const auto& part) {
      std::vector<std::jthread> threads;
      for (size_t i = 0; i < number; i++) threads.emplace_back([&part, i] { part(i); });
    }};
    const Entries entries{"a", count, entry};
    CHECK(joined(head, entries, {}) == emit(document));
    CHECK(joined(head, entries, backwards) == emit(document));
    for (int turn = 0; turn < 20; turn++)
      CHECK(joined(head, entries, all_at_once) == emit(document));
    CHECK((count < 1000 || parts > 4));
  }
}
