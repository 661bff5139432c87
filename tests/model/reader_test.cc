#include "model/reader.h"

#include <doctest/doctest.h>

#include "model/writer.h"
#include "yaml/parse.h"

using namespace catalog;

namespace {

struct Loaded {
  std::string text;
  List list;
  Problems problems;
};

Loaded load(std::string text) {
  Loaded out{std::move(text), {}, {}};
  yaml::Tree tree;
  REQUIRE(yaml::parse(out.text, tree));
  read_document(tree, Symbol::of("test.yaml"), out.list, out.problems);
  return out;
}

const std::string kItem =
    "  - id: \"6\"\n    topic: 低保\n    elements: [名单]\n    basis: [《条例》]\n    deadline: "
    "20个工作日\n    publisher: 民政局\n"
    "    channels: [政府网站]\n    audience: 全社会\n    mode: 主动\n    levels: [区级]\n";
const std::string kHead =
    "kind: list\ndomain: social-assistance\nunit: \"310104\"\nversion: \"2020.1\"\nitems:\n";

size_t count(const Loaded& loaded, ProblemKind kind) {
  size_t n = 0;
  for (const Problem& problem : loaded.problems) n += problem.kind == kind;
  return n;
}

}  // namespace

TEST_CASE("a complete list is read without problems, with the bytes of its values") {
  const Loaded loaded = load(kHead + kItem);
  CHECK(loaded.problems.empty());
  REQUIRE(loaded.list.items.size() == 1);
  const Item& item = loaded.list.items[0];
  CHECK(item.id.view() == "6");
  CHECK(loaded.text.substr(item.topic.span.begin, item.topic.span.size()) == "低保");
  CHECK(item.deadline.size() == 1);
  CHECK(item.deadline[0].level.empty());
}

TEST_CASE("Chinese keys read the same as English ones") {
  const Loaded loaded = load(
      "类型: 事项清单\n领域: social-assistance\n单位: \"310104\"\n版本: \"2020.1\"\n事项:\n  - "
      "编号: \"6\"\n    一级事项: 低保\n    公开内容: [名单]\n"
      "    公开依据: [《条例》]\n    公开时限: 20个工作日\n    公开主体: 民政局\n    公开渠道: "
      "[政府网站]\n    公开对象: 全社会\n    公开属性: 主动\n    公开层级: [区级]\n");
  CHECK(loaded.problems.empty());
  REQUIRE(loaded.list.items.size() == 1);
  CHECK(loaded.list.items[0].mode.view() == "主动");
  CHECK(loaded.list.items[0].channels[0].value[0].view() == "政府网站");
}

TEST_CASE("a wrong key is named with the key that was perhaps meant, across both languages") {
  const Loaded english = load(kHead + kItem + "    deadlin: x\n");
  REQUIRE(count(english, ProblemKind::KeyUnknown) == 1);
  CHECK(english.problems[0].suggestion == "deadline");
  CHECK(english.problems[0].path == "items[6]");
  const Loaded chinese = load(kHead + kItem + "    复核日朝: x\n");
  REQUIRE(count(chinese, ProblemKind::KeyUnknown) == 1);
  CHECK(chinese.problems[0].suggestion == "review");
}

TEST_CASE("a key of the other language is read all the same, and reported") {
  const Loaded loaded = load(kHead + kItem + "    备注: 说明\n");
  REQUIRE(loaded.problems.size() == 1);
  CHECK(loaded.problems[0].kind == ProblemKind::KeyLanguage);
  CHECK(loaded.problems[0].suggestion == "note");
  CHECK(loaded.list.items[0].seldom->note.view() == "说明");
}

TEST_CASE("a doubled key is reported with the first one, whose value stands") {
  const Loaded loaded = load(kHead + kItem + "    topic: 再来\n");
  REQUIRE(loaded.problems.size() == 1);
  CHECK(loaded.problems[0].kind == ProblemKind::KeyDoubled);
  CHECK(loaded.text.substr(loaded.problems[0].other.begin, 5) == "topic");
  CHECK(loaded.list.items[0].topic.view() == "低保");
}

TEST_CASE("a missing field is reported at the place to insert it, an empty one at its key") {
  const Loaded missing = load(kHead + "  - id: \"6\"\n    topic: 低保\n");
  CHECK(count(missing, ProblemKind::FieldMissing) == 8);
  for (const Problem& problem : missing.problems)
    CHECK(problem.at.begin == missing.text.size() - 1);
  const Loaded empty = load(kHead + "  - id: \"6\"\n    topic:\n");
  REQUIRE(count(empty, ProblemKind::FieldEmpty) == 1);
}

TEST_CASE("wrong types and malformed values are reported, and the rest is read") {
  const Loaded loaded = load(
      "kind: list\ndomain: Social Assistance\nunit: \"310104\"\nversion: v1\neffective: "
      "2020/12/31\nitems:\n  - 一段文字\n" +
      kItem);
  CHECK(count(loaded, ProblemKind::TypeWrong) == 1);
  CHECK(count(loaded, ProblemKind::ValueMalformed) == 3);
  CHECK(loaded.list.items.size() == 1);
}

TEST_CASE("a list that is written and read again is the same") {
  const Loaded first = load(kHead + kItem +
                            "    links:\n      - {title: 公示, url: \"https://example.org/a\"}\n   "
                            " note: 说明\n    extra: {责任科室: 救助科}\n");
  for (Lang keys : {Lang::En, Lang::Zh}) {
    const Loaded second = load(yaml::emit(to_value(first.list, keys)));
    CHECK(second.problems.empty());
    CHECK(yaml::emit(to_value(second.list, Lang::En)) ==
          yaml::emit(to_value(first.list, Lang::En)));
  }
}
