#include "publish/table.h"

#include <doctest/doctest.h>

#include "publish_world.h"

using namespace catalog;
using catalog::test::kItem;
using catalog::test::PublishWorld;

namespace {

/// The table of the world's standard.
struct Laid {
  Laid(PublishWorld& world, std::string_view name = "shanghai-2020", FormOptions options = {})
      : validated(world.load()), editions(editions_of(validated)) {
    table = make_table(editions[0], *validated.workspace().find_template(name), options);
  }

  std::string cell(size_t row, std::string_view heading) const {
    for (size_t i = 0; i < table.form.columns.size(); i++) {
      if (table.form.columns[i].heading == heading) return table.rows[row].cells[i]->text();
    }
    return "no such column";
  }
  uint32_t span(size_t row, std::string_view heading) const {
    for (size_t i = 0; i < table.form.columns.size(); i++) {
      if (table.form.columns[i].heading == heading) return table.spans[row][i];
    }
    return 99;
  }

  ValidatedWorkspace validated;
  std::vector<Edition> editions;
  Table table;
};

std::string item(std::string_view id, std::string_view topic, std::string_view subtopic) {
  std::string out(kItem);
  out.replace(out.find("\"1\""), 3, "\"" + std::string(id) + "\"");
  const std::string_view old = "最低生活保障\n    subtopic: 办事指南";
  out.replace(out.find(old), old.size(),
              std::string(topic) + "\n    subtopic: " + std::string(subtopic));
  return out;
}

std::string with(std::string_view key, std::string_view value) {
  std::string out(kItem);
  const size_t at = out.find("    " + std::string(key) + ":");
  const size_t end = at == out.npos ? out.size() : out.find('\n', at) + 1;
  const size_t from = at == out.npos ? out.size() : at;
  return out.replace(from, end - from,
                     "    " + std::string(key) + ": " + std::string(value) + "\n");
}

}  // namespace

TEST_CASE("plain build publishes standards, and lists whose domain has none") {
  PublishWorld world;
  const ValidatedWorkspace validated = world.load();
  const auto editions = editions_of(validated);
  REQUIRE(editions.size() == 2);
  CHECK(editions[0].address == "standard/social-assistance");
  CHECK(editions[0].title == "社会救助领域政务公开标准目录");
  CHECK(editions[0].item_address(0) == "standard/social-assistance/1");
  CHECK(editions[1].address == "list/310104/tax");
  CHECK(editions[1].title == "徐汇区tax领域政务公开事项清单");
  CHECK(all_editions(validated).size() == 3);
}

TEST_CASE("an edition tells only what is known, with names of units and written dates") {
  PublishWorld world;
  world.put_standard(kItem,
                     "process: 先起草，后确认。\nomitted:\n  - {guideline: social-assistance/13, "
                     "reason: 本市没有}\n");
  const ValidatedWorkspace validated = world.load();
  const Edition edition = editions_of(validated)[0];
  std::string facts;
  for (const Fact& fact : edition.facts) facts += fact.label + "=" + fact.value + ";";
  CHECK(facts ==
        "版本=2020.1;生效日期=2020年12月31日;起草单位=上海市民政局、徐汇区;状态=征求意见;");
  REQUIRE(edition.notes.size() == 2);
  CHECK(edition.notes[0].value == "先起草，后确认。");
  CHECK(edition.notes[1].value == "social-assistance/13（临时救助/监督检查）：本市没有");
}

TEST_CASE("what rows say alike is one cell; what differs in meaning or place is none") {
  PublishWorld world;
  std::string third = item("3", "临时救助", "办事指南");  // and within 10 working days
  third.replace(third.find("20个"), std::string_view("20个").size(), "10个");
  world.put_standard(item("1", "最低生活保障", "办事指南") + item("2", "最低生活保障", "审核") +
                     third);
  const Laid laid(world);
  const auto shared = [&](std::string_view heading, size_t a, size_t b) {
    for (size_t i = 0; i < laid.table.form.columns.size(); i++) {
      if (laid.table.form.columns[i].heading == heading)
        return laid.table.rows[a].cells[i] == laid.table.rows[b].cells[i];
    }
    return false;
  };
  CHECK(shared("公开渠道和载体", 0, 1));
  CHECK(shared("公开依据", 0, 2));
  CHECK(shared("公开时限", 0, 1));
  CHECK_FALSE(shared("公开时限", 0, 2));
  CHECK(shared("一级事项", 0, 1));
  CHECK_FALSE(shared("一级事项", 0, 2));
  CHECK_FALSE(shared("二级事项", 0, 1));
  CHECK_FALSE(shared("序号", 0, 1));
  CHECK(laid.cell(0, "一级事项") == "最低生活保障");
  CHECK(laid.cell(2, "一级事项") == "临时救助");
  CHECK(laid.cell(2, "公开渠道和载体") == laid.cell(0, "公开渠道和载体"));
}

TEST_CASE("cells follow the template") {
  PublishWorld world;
  const Laid laid(world);
  CHECK(laid.cell(0, "序号") == "1");
  CHECK(laid.cell(0, "一级事项") == "最低生活保障");
  CHECK(laid.cell(0, "公开内容（要素）") == "● 申请材料\n● 办理流程");
  CHECK(laid.cell(0, "公开时限") == "信息形成之日起20个工作日内");
  CHECK(laid.cell(0, "全社会") == "√");
  CHECK(laid.cell(0, "特定对象").empty());
  CHECK(laid.cell(0, "主动公开") == "√");
  CHECK(laid.cell(0, "市级").empty());
  CHECK(laid.cell(0, "区级") == "√");
  CHECK(laid.cell(0, "街镇级") == "√");
}

TEST_CASE("channels are the whole vocabulary in its order, chosen or not") {
  PublishWorld world;
  world.put_standard(with("channels", "[公开查询点, 其他（电话）, 政府网站, 其他（短信）]"));
  const std::string channels = Laid(world).cell(0, "公开渠道和载体");
  CHECK(channels.starts_with("■政府网站\n□政府公报\n□两微一端\n"));
  CHECK(channels.find("■公开查阅点") != channels.npos);
  CHECK(channels.ends_with("□精准推送\n■其他（电话、短信）"));
  CHECK(std::count(channels.begin(), channels.end(), '\n') == 12);
}

TEST_CASE("in matrix style each channel has a column of its own") {
  PublishWorld world;
  world.put_standard(with("channels", "{区级: [政府网站], 街镇级: [其他（电话）]}"));
  const Laid laid(world, "shanghai-2020", {.codes = false, .channels = ChannelStyle::Matrix});
  CHECK(laid.cell(0, "政府网站") == "√ 区级");
  CHECK(laid.cell(0, "其他") == "√ 街镇级（电话）");
  CHECK(laid.cell(0, "政府公报").empty());
  CHECK(laid.cell(0, "公开渠道和载体") == "no such column");
}

TEST_CASE("values by level say their level") {
  PublishWorld world;
  world.put_standard(with("publisher", "{区级: <区>民政局, 乡级: <街镇>}"));
  CHECK(Laid(world).cell(0, "公开主体") == "区级：<区>民政局\n街镇级：<街镇>");
}

TEST_CASE("a particular group is ticked and named, beside everyone") {
  PublishWorld world;
  world.put_standard(with("audience", "全社会、特定群体（申请人、利害关系人）"));
  const Laid laid(world);
  CHECK(laid.cell(0, "全社会") == "√");
  CHECK(laid.cell(0, "特定对象") == "√\n申请人、利害关系人");
}

TEST_CASE("what an element has of its own stands behind it in words") {
  PublishWorld world;
  world.put_standard(
      with("elements",
           "[{name: 名单, mode: 不予公开, ground: 条例第十五条}, {name: 说明, required: 否}]"));
  CHECK(Laid(world).cell(0, "公开内容（要素）") ==
        "● 名单（不予公开；不予公开理由：条例第十五条）\n● 说明（可选）");
}

TEST_CASE("what no column of the template shows is told beside the elements") {
  PublishWorld world;
  world.put_standard(with("mode", "不予公开\n    ground: 条例第十五条"));
  CHECK(Laid(world).cell(0, "公开内容（要素）") ==
        "● 申请材料\n● 办理流程\n公开方式：不予公开\n不予公开理由：条例第十五条");
  world.put_standard(with("levels", "[市级, 区级]"));
  CHECK(Laid(world, "national").cell(0, "公开内容（要素）") ==
        "● 申请材料\n● 办理流程\n公开层级：市级");
  CHECK(Laid(world, "national").cell(0, "县级") == "√");
}

TEST_CASE("optional columns come on demand or when an item fills them") {
  PublishWorld world;
  CHECK(Laid(world).cell(0, "公开网址") == "no such column");
  CHECK(Laid(world).cell(0, "事项编码") == "no such column");
  CHECK(Laid(world, "shanghai-2020", {.codes = true, .channels = {}}).cell(0, "事项编码") ==
        "standard/social-assistance/1");
  world.put_standard(with("links", "[{title: 公示, url: \"https://example.org/a\"}]"));
  CHECK(Laid(world).cell(0, "公开网址") == "公示\nhttps://example.org/a");
}

TEST_CASE("a cell has a line for each line of its text, whichever parts that is put together of") {
  CellStore store;
  const auto text_of = [&](std::initializer_list<CellPart> parts) {
    const Cell* cell = store.own([&](CellDraft& draft) { draft.add(parts); });
    return std::to_string(cell->lines.size()) + ":" + cell->text();
  };
  CHECK(text_of({"● ", Symbol::of("甲"), ""}) == "1:● 甲");
  CHECK(text_of({"● ", Symbol::of("甲\n乙"), "丙\n"}) == "3:● 甲\n乙丙\n");
  CHECK(text_of({"a", Symbol::of("\x01"), "\r\nb"}) == "2:a\uFFFD\nb");
  CHECK(text_of({Symbol::of("<\"&\\>"), "'"}) == "1:<\"&\\>'");
  CHECK(text_of({"", Symbol()}) == "0:");
}

TEST_CASE("only web addresses may be followed") {
  PublishWorld world;
  world.put_standard(with(
      "links", "[{title: 一, url: \"javascript:alert(1)\"}, {title: 二, url: \"HTTPS://x.cn\"}]"));
  const Laid laid(world);
  const auto& lines = laid.table.rows[0].cells.back()->lines;
  REQUIRE(lines.size() == 4);
  CHECK(lines[0].url.empty());
  CHECK(lines[1].text == "javascript:alert(1)");
  CHECK(lines[2].url == "HTTPS://x.cn");
}

TEST_CASE("equal neighbours of one topic are merged, second names only within their topic") {
  PublishWorld world;
  std::string national = test::project_file("catalogues/national/templates/national.yaml");
  const std::string_view old = "group: 公开事项, width: 18}";
  national.replace(national.find(old), old.size(), "group: 公开事项, width: 18, merge: \"yes\"}");
  world.put("templates/national.yaml", national);
  world.put_standard(item("1", "低保", "政策") + item("2", "低保", "指南") +
                     item("3", "特困", "指南") + item("4", "特困", "指南"));
  const Laid laid(world, "national");
  CHECK(laid.span(0, "一级事项") == 2);
  CHECK(laid.span(1, "一级事项") == 0);
  CHECK(laid.span(2, "一级事项") == 2);
  CHECK(laid.span(1, "二级事项") == 1);
  CHECK(laid.span(2, "二级事项") == 2);
  CHECK(laid.span(0, "公开时限") == 1);
}

TEST_CASE("a third name without a column stands behind the second") {
  PublishWorld world;
  world.put_standard(with("detail", "分散供养"));
  CHECK(Laid(world, "national").cell(0, "二级事项") == "办事指南/分散供养");
  CHECK(Laid(world).cell(0, "三级事项") == "分散供养");
}

TEST_CASE("a template of unknown fields, words or widths is refused at its place") {
  PublishWorld world;
  world.put("templates/own.yaml", R"(kind: template
name: own
title: 自定样式
columns:
  - {field: topik, heading: 事项}
  - {field: mode, heading: 主动, word: activ}
  - {field: topic, heading: 名称, width: "0"}
  - {field: 公开时限, heading: 时限, width: "12.5"}
  - {field: extra, heading: 责任科室}
)");
  const ValidatedWorkspace validated = world.load();
  const auto findings =
      check_template(*validated.workspace().find_template("own"), validated.workspace());
  REQUIRE(findings.size() == 3);
  CHECK(findings[0].field == "field");
  CHECK(findings[1].field == "word");
  CHECK(findings[2].field == "width");
  CHECK(findings[0].place.file.view() == "w/templates/own.yaml");
}
