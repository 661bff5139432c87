#include "diff/pairing.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "diff/version_diff.h"
#include "model/related_items.h"

using namespace catalog;

namespace {

/// A list of the items of this YAML, kept alive beside the version that points into it.
struct Made {
  List list;
  CatalogueVersion version;
};

std::unique_ptr<Made> make(const std::string& items) {
  auto out = std::make_unique<Made>();
  const std::string text =
      "kind: list\ndomain: social-assistance\nunit: \"310104\"\nversion: \"1\"\nitems:\n" + items;
  yaml::Tree tree;
  Problems problems;
  REQUIRE(yaml::parse(text, tree));
  read_document(tree, Symbol::of("test.yaml"), out->list, problems);
  out->version = version_of(out->list);
  return out;
}

std::string item(const std::string& id, const std::string& row, const std::string& name,
                 const std::string& elements) {
  return "  - id: \"" + id + "\"\n" +
         (row.empty() ? "" : "    guideline: social-assistance/" + row + "\n") +
         "    topic: " + name + "\n    elements: [" + elements + "]\n    mode: 主动\n";
}

std::vector<Change> changes(const std::string& before, const std::string& after) {
  const auto old = make(before);
  const auto now = make(after);
  const Workspace names;
  auto out = compare_versions({{old->version}}, {{now->version}}, test::shipped_knowledge(), names)
                 .changes;
  for (Change& change : out) change.before_item = change.after_item = nullptr;
  return out;
}

size_t count(const std::vector<Change>& all, ChangeKind kind) {
  return static_cast<size_t>(std::ranges::count(all, kind, &Change::kind));
}

}  // namespace

TEST_CASE("an item under another id is the same by its row, or by its name") {
  const auto by_row =
      changes(item("6", "6", "最低生活保障", "名单"), item("a1", "6", "低保审批", "名单"));
  CHECK(count(by_row, ChangeKind::ItemRenumbered) == 1);
  CHECK(count(by_row, ChangeKind::ItemRenamed) == 1);
  CHECK(count(by_row, ChangeKind::ItemRemoved) == 0);
  const auto by_name = changes(item("6", "", "最低生活保障审批信息", "名单"),
                               item("a1", "", "最低生活保障审核信息", "名单"));
  CHECK(count(by_name, ChangeKind::ItemRenumbered) == 1);
  for (const Change& change : by_name)
    if (change.kind == ChangeKind::ItemRenumbered) CHECK(change.score > 0.8);
}

TEST_CASE("items that must not be taken for a renaming") {
  const std::vector<std::pair<std::string, std::string>> pairs{
      // twin rows of one penalty
      {item("1", "20", "行政处罚 基本信息", "当事人, 案由"),
       item("2", "21", "行政处罚 处罚结果", "决定书, 金额")},
      // alike but for what they are about
      {item("1", "6", "最低生活保障审批信息", "名单"),
       item("2", "9", "特困人员救助供养审批信息", "名单")},
      {item("1", "", "行政许可决定", "决定书"), item("2", "", "行政处罚决定", "决定书")},
      // the same generic elements
      {item("1", "", "国家层面政策文件", "文件名称, 文号, 发文部门"),
       item("2", "", "办事指南", "文件名称, 文号, 发文部门")},
      // names alike, but of two rows
      {item("1", "1", "养老机构备案信息", "备案材料"),
       item("2", "2", "养老机构备案信息表", "备案流程")},
      // an id that was used again for something else
      {item("1", "1", "政策法规文件", "文件名称"), item("1", "7", "监督检查结果", "检查对象")}};
  for (const auto& [before, after] : pairs) {
    CAPTURE(before);
    CAPTURE(after);
    const auto found = changes(before, after);
    CHECK(count(found, ChangeKind::ItemRemoved) == 1);
    CHECK(count(found, ChangeKind::ItemAdded) == 1);
    CHECK(found.size() == 2);
  }
}

TEST_CASE("an item that was split takes nothing from the public, joined again it gives nothing") {
  const std::string whole = item("6", "6", "低保", "名单, 金额, 条件, 流程");
  const std::string pieces =
      item("6", "6", "低保结果", "名单, 金额") + item("6-2", "6", "低保指南", "条件, 流程");
  const auto split = changes(whole, pieces);
  CHECK(count(split, ChangeKind::ItemSplit) == 1);
  CHECK(std::ranges::none_of(
      split, [](const Change& change) { return change.cls == ChangeClass::Narrowed; }));
  const auto joined = changes(pieces, whole);
  CHECK(count(joined, ChangeKind::ItemJoined) == 1);
  CHECK(std::ranges::none_of(
      joined, [](const Change& change) { return change.cls == ChangeClass::Widened; }));
}

TEST_CASE("an element that is lost in a split is told") {
  const auto found =
      changes(item("6", "6", "低保", "名单, 金额, 条件, 流程"),
              item("6", "6", "低保结果", "名单") + item("6-2", "6", "低保指南", "条件, 流程"));
  CHECK(count(found, ChangeKind::ItemSplit) == 1);
  REQUIRE(count(found, ChangeKind::MemberRemoved) == 1);
  const auto lost = std::ranges::find(found, ChangeKind::MemberRemoved, &Change::kind);
  CHECK(lost->before == "金额");
  CHECK(lost->cls == ChangeClass::Narrowed);
}

TEST_CASE("pairs do not depend on the order of items, nor on the direction") {
  const std::string a = item("1", "6", "低保名单", "甲") + item("2", "6", "低保名册", "乙") +
                        item("3", "", "临时救助办理情况", "丙");
  const std::string b = item("x", "6", "低保名册", "乙") + item("y", "6", "低保名单", "甲") +
                        item("z", "", "临时救助办理情形", "丙");
  const auto forward = changes(a, b);
  const auto back = changes(b, a);
  CHECK(count(forward, ChangeKind::ItemRenumbered) == 3);
  CHECK(count(back, ChangeKind::ItemRenumbered) == 3);
  CHECK(forward.size() == back.size());
}

TEST_CASE("a pair stands whatever became of the others") {
  const std::string former = item("1", "6", "低保名单", "甲, 乙");
  const std::string renamed = item("x", "6", "低保名册", "甲, 乙");
  const std::string rivals = item("2", "6", "低保公示", "丙") + item("3", "6", "办事指南", "丁");
  const auto alone = changes(former, renamed);
  REQUIRE(count(alone, ChangeKind::ItemRenumbered) == 1);
  for (const auto& [before, after] :
       {std::pair(former + rivals, renamed + rivals), std::pair(former + rivals, renamed),
        std::pair(former, rivals + renamed)}) {
    const auto among = changes(before, after);
    for (const Change& change : alone) {
      CHECK(std::ranges::count(among, change.fingerprint, &Change::fingerprint) == 1);
    }
  }
}

TEST_CASE("what all pieces of a split have alike is told once, and so when they are joined again") {
  const auto with = [](std::string text, const std::string& deadline) {
    return text + "    deadline: " + deadline + "\n";
  };
  const std::string whole = with(item("6", "6", "低保", "名单, 金额, 条件, 流程"), "10个工作日内");
  const std::string pieces = with(item("6", "6", "低保结果", "名单, 金额"), "20个工作日内") +
                             with(item("6-2", "6", "低保指南", "条件, 流程"), "20个工作日内");
  const std::string others = with(item("6", "6", "低保结果", "名单, 金额"), "20个工作日内") +
                             with(item("6-2", "6", "低保指南", "条件, 流程"), "30个工作日内");
  for (const auto& [after, told] : {std::pair(pieces, 1), std::pair(others, 2)}) {
    const auto split = changes(whole, after);
    const auto joined = changes(after, whole);
    const auto of_class = [](const std::vector<Change>& all, ChangeClass of) {
      return std::ranges::count_if(all, [of](const Change& change) {
        return change.field == "deadline" && change.cls == of;
      });
    };
    CHECK(of_class(split, ChangeClass::Narrowed) == told);
    CHECK(of_class(joined, ChangeClass::Widened) == told);
    CHECK(split.size() == joined.size());
  }
}

TEST_CASE("very many items on one row, or on none, find their own without trying all pairs") {
  std::string before, after;
  for (int i = 0; i < 1500; i++) {
    const std::string name = "低保审批信息" + std::to_string(i * 7919 % 1500) + "号";
    before += item("a" + std::to_string(i), i % 2 ? "6" : "", name, "名单");
    after += item("b" + std::to_string(i), i % 2 ? "6" : "", name + "表", "名单");
  }
  CHECK(count(changes(before, after), ChangeKind::ItemRenumbered) == 1500);
}
