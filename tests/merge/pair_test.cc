#include <doctest/doctest.h>

#include <algorithm>

#include "merge/names.h"
#include "merge/numbering.h"
#include "merge_world.h"

namespace catalog::test {

namespace {

/// A triple without a last standard: the guideline is the base.
struct Lists {
  List department, district;

  Lists() {
    department.unit = text("civil-affairs");
    district.unit = text("310104");
    for (List* list : {&department, &district}) {
      list->domain = text("d");
      list->version = text("1");
    }
  }
  PairMerged merged(const Standard* standard = nullptr, SettlePlan plan = {}) const {
    PairMerge merge{.workspace = merge_workspace(), .department = department, .district = district};
    merge.guideline = merge_workspace().guideline(Symbol::of("d"));
    merge.standard = standard;
    merge.settle = std::move(plan);
    auto out = merge_pair(merge);
    REQUIRE(out.has_value());
    return std::move(*out);
  }
};

Item item(const char* id, int row, const char* topic, std::initializer_list<const char*> elements,
          std::initializer_list<const char*> levels) {
  Item out;
  out.id = text(id);
  if (row > 0) out.guideline = {text("d/" + std::to_string(row))};
  out.topic = text(topic);
  for (const char* element : elements) out.elements.push_back({text(element), {}});
  for (const char* level : levels) out.levels.push_back(text(level));
  return out;
}

StandardItem standard_item(const Item& item) {
  StandardItem out;
  static_cast<Item&>(out) = item;
  return out;
}

const StandardItem& with_id(const PairMerged& merged, std::string_view id) {
  const auto found = std::ranges::find(merged.standard.items, id,
                                       [](const StandardItem& item) { return item.id.view(); });
  REQUIRE(found != merged.standard.items.end());
  return *found;
}

std::string joined(const std::vector<Element>& elements) {
  std::string out;
  for (const Element& element : elements) out += std::string(element.name.view()) + " ";
  return out;
}

}  // namespace

TEST_CASE("against the guideline sets unite, and its own elements are not put in") {
  Lists lists;
  lists.department.items = {item("1", 1, "事项1", {"内容丙", "内容甲"}, {"市级"})};
  lists.district.items = {item("9", 1, "事项1", {"内容丁"}, {"区级", "街镇级"})};
  const PairMerged out = lists.merged();
  REQUIRE(out.standard.items.size() == 1);
  const StandardItem& merged = out.standard.items.front();
  CHECK(merged.id.view() == "1");
  CHECK(joined(merged.elements) == "内容丁 内容丙 内容甲 ");
  CHECK(merged.levels.size() == 3);
  CHECK(merged.levels.front().view() == "市级");
  CHECK(out.removals.empty());
  REQUIRE(merged.was.size() == 2);
  CHECK(merged.was[1].view() == "list/310104/d/9");
}

TEST_CASE("a bare value stands for the levels of its item, maps merge by level") {
  Lists lists;
  lists.department.items = {item("1", 1, "事项1", {"内容甲"}, {"市级"})};
  lists.department.items[0].publisher = {{{}, text("上海市民政局")}};
  lists.district.items = {item("1", 1, "事项1", {"内容甲"}, {"区级", "街镇级"})};
  lists.district.items[0].publisher = {{text("区级"), text("徐汇区民政局")},
                                       {text("街镇级"), text("各街道办事处、镇人民政府")}};
  const PairMerged out = lists.merged();
  const LevelText& publisher = out.standard.items.front().publisher;
  REQUIRE(publisher.size() == 3);
  CHECK(publisher[0].value.view() == "上海市民政局");
  CHECK(publisher[1].value.view() == "<区>民政局");
  CHECK(publisher[2].value.view() == "<街镇>");
  CHECK(out.conflicts.empty());
  CHECK(out.substitutions.size() == 2);
}

TEST_CASE("a title that names a district stays as it is") {
  Lists lists;
  lists.district.items = {
      item("1", 1, "徐汇区事项", {"《徐汇区办法》", "天平路街道名单"}, {"区级"})};
  const StandardItem merged = lists.merged().standard.items.front();
  CHECK(joined(merged.elements) == "《徐汇区办法》 <街镇>名单 ");
  CHECK(merged.topic.view() == "<区>事项");
}

TEST_CASE("a department's silence on levels it has no items for removes nothing") {
  Standard standard;
  standard.domain = text("d");
  standard.items = {standard_item(item("1", 1, "事项1", {"内容甲", "内容乙"}, {"区级", "街镇级"})),
                    standard_item(item("2", 2, "事项2", {"内容甲"}, {"区级"}))};
  Lists lists;
  lists.department.items = {item("1", 1, "事项1", {"内容丙"}, {"市级"})};
  lists.district.items = {item("1", 1, "事项1", {"内容甲"}, {"区级", "街镇级"}),
                          item("2", 2, "事项2", {"内容甲"}, {"区级"})};
  const PairMerged out = lists.merged(&standard);
  REQUIRE(out.standard.items.size() == 2);
  CHECK(joined(with_id(out, "1").elements) == "内容甲 内容丙 ");
  CHECK(with_id(out, "1").levels.size() == 3);
  // The district speaks for its levels: what it took out goes, and is reported.
  REQUIRE(out.removals.size() == 1);
  CHECK(out.removals.front().what == "内容乙");
  CHECK(out.removals.front().by == std::vector{Role::District});
}

TEST_CASE("an item that one side took out and the other changed is a conflict") {
  Standard standard;
  standard.domain = text("d");
  standard.items = {standard_item(item("1", 1, "事项1", {"内容甲"}, {"区级"})),
                    standard_item(item("2", 2, "事项2", {"内容甲"}, {"区级"}))};
  Lists lists;
  lists.department.items = {item("2", 2, "事项2", {"内容甲"}, {"区级"})};
  lists.district.items = {item("1", 1, "事项1", {"内容甲", "内容乙"}, {"区级"}),
                          item("2", 2, "事项2", {"内容甲"}, {"区级"})};
  const PairMerged open = lists.merged(&standard);
  REQUIRE(open.open_conflicts() == 1);
  CHECK(open.conflicts.front().field == "levels");
  const PairMerged gone = lists.merged(&standard, {.all = Settle::Department});
  CHECK(gone.standard.items.size() == 1);
  CHECK(gone.removals.size() == 1);
  CHECK(lists.merged(&standard, {.all = Settle::Stricter}).standard.items.size() == 2);
}

TEST_CASE("items are never paired by their ids") {
  Lists lists;
  lists.department.items = {item("1", 1, "事项1", {"内容甲"}, {"市级"})};
  lists.district.items = {item("1", 2, "事项2", {"内容乙"}, {"区级"})};
  CHECK(lists.merged().standard.items.size() == 2);
}

TEST_CASE("further items on a row get ids of their own, others new ones, none that was used") {
  Standard standard;
  standard.domain = text("d");
  standard.items = {standard_item(item("5-2", 5, "旧事项", {"内容甲"}, {"区级"}))};
  Lists lists;
  lists.department.items = {item("1", 5, "事项5/甲", {"甲"}, {"区级"}),
                            item("2", 5, "完全另外的名称", {"乙"}, {"区级"}),
                            item("3", 0, "没有指引的事项", {"丙"}, {"区级"})};
  lists.district.items = {item("1", 0, "没有指引的事项目", {"丙"}, {"区级"})};
  standard.items.front().levels = {text("市级")};
  const PairMerged out = lists.merged(&standard);
  std::string ids;
  for (const StandardItem& merged : out.standard.items) ids += std::string(merged.id.view()) + " ";
  CHECK(ids == "5 5-2 n1 ");
  const auto named = std::ranges::find(out.pairs, Symbol::of("n1"), &PairedItem::id);
  REQUIRE(named != out.pairs.end());
  CHECK(named->by == PairedBy::Name);
  CHECK(named->score > 0.9);
  CHECK(named->renamed);
}

TEST_CASE("a split item keeps its id, and what the other side added goes to the piece it fits") {
  Standard standard;
  standard.domain = text("d");
  standard.items = {standard_item(item("3", 3, "审核审批", {"审核名单", "审批名单"}, {"区级"}))};
  standard.items.front().audience = text("全社会");
  Lists lists;
  lists.department.items = {standard.items.front()};
  lists.department.items[0].elements.push_back({text("监督电话"), {}});
  lists.district.items = {item("1", 3, "审核审批初审", {"审核名单"}, {"区级"}),
                          item("2", 3, "审批", {"审批名单"}, {"区级"})};
  for (Item& piece : lists.district.items) piece.audience = text("全社会");
  const PairMerged out = lists.merged(&standard);
  REQUIRE(out.standard.items.size() == 2);
  CHECK(out.conflicts.empty());
  CHECK(out.removals.empty());
  CHECK(with_id(out, "3").topic.view() == "审核审批初审");
  CHECK(joined(with_id(out, "3").elements) == "审核名单 监督电话 ");
  CHECK(joined(with_id(out, "3-2").elements) == "审批名单 ");
  CHECK(out.pairs.front().split);
}

TEST_CASE("ten thousand names without a common one are paired without comparing all with all") {
  std::vector<std::string> texts;
  for (int i = 0; i < 20000; i++) texts.push_back("事项" + std::to_string(i * 7919 % 100003));
  std::vector<NameEntry> left, right;
  for (size_t i = 0; i < 10000; i++) left.push_back({texts[i], texts[i]});
  for (size_t i = 10000; i < 20000; i++) right.push_back({texts[i], texts[i]});
  CHECK(match_names(left, right, 0.95).size() < 10000);
  CHECK(match_names(left, left, 0.5).size() == 10000);
}

TEST_CASE("ids are sorted as people count") {
  CHECK(natural_less("2", "10"));
  CHECK(natural_less("5", "5-2"));
  CHECK(natural_less("5-2", "5-10"));
  CHECK(natural_less("9", "n1"));
  CHECK(!natural_less("10", "2"));
}

}  // namespace catalog::test
