#include "publish/build.h"

#include <doctest/doctest.h>

#include <cerrno>
#include <cstdlib>
#include <ctime>
#include <thread>

#include "publish_world.h"

using namespace catalog;
using catalog::test::all_formats;
using catalog::test::kItem;
using catalog::test::PublishWorld;

namespace {

std::string item_with(std::string_view key, const std::string& value) {
  std::string out(kItem);
  const size_t at = out.find("    " + std::string(key) + ":");
  const size_t end = out.find('\n', at) + 1;
  return out.replace(at, end - at, "    " + std::string(key) + ": " + value + "\n");
}

std::vector<std::string> rules_of(const BuildResult& result) {
  std::vector<std::string> out;
  for (const Finding& finding : result.findings) out.emplace_back(finding.rule);
  return out;
}

}  // namespace

TEST_CASE("plain build writes the workbook, the index, and the files of each edition") {
  PublishWorld world;
  const auto result = world.build();
  REQUIRE(result.has_value());
  CHECK(result->out == "w/build");
  CHECK(result->editions == 2);
  CHECK(result->items == 2);
  CHECK(result->written ==
        std::vector<std::string>{"w/build/social-assistance.xlsx", "w/build/social-assistance.xml",
                                 "w/build/social-assistance.html", "w/build/lists/310104/tax.xlsx",
                                 "w/build/lists/310104/tax.xml", "w/build/lists/310104/tax.html",
                                 "w/build/catalogue.xlsx", "w/build/index.html",
                                 "w/build/assets/site.css"});
  CHECK(world.built("index.html").find("href=\"lists/310104/tax.html\"") != std::string::npos);
  CHECK(world.built("lists/310104/tax.html").find("href=\"../../index.html\"") !=
        std::string::npos);
}

TEST_CASE("a second build touches nothing, a change only what it concerns") {
  PublishWorld world;
  REQUIRE(world.build(all_formats()).has_value());
  const auto again = world.build(all_formats());
  CHECK(again->written.empty());
  CHECK(again->unchanged.size() == 15);
  world.put_list("310104", "tax", item_with("deadline", "及时公开"));
  const auto changed = world.build(all_formats());
  CHECK(changed->written.size() == 7);  // five of the list, and the workbook of all
}

TEST_CASE("many threads write the same files and name them in the same order") {
  for (const Fragment fragment : {Fragment::None, Fragment::Page, Fragment::Plain}) {
    PublishWorld one, many;
    BuildOptions options = all_formats();
    options.fragment = fragment;
    const auto alone = one.build(options);
    options.threads = 8;
    const auto together = many.build(options);
    CHECK(alone->written == together->written);
    CHECK(alone->page_days == together->page_days);
    CHECK(one.files.files() == many.files.files());
  }
}

TEST_CASE("the library that dates workbooks has a calendar day for each thread") {
  const std::time_t early = 0, late = 1'700'000'000;
  const std::tm* here = std::gmtime(&early);
  std::thread([&] { CHECK(std::gmtime(&late)->tm_year == 123); }).join();
  CHECK(here->tm_year == 70);
}

TEST_CASE("bytes depend on nothing but the content and its date") {
  PublishWorld world, other;
  world.build(all_formats());
  const char* zone = std::getenv("TZ");
  const std::string before = zone ? zone : "";
  setenv("TZ", "America/New_York", 1);
  other.build(all_formats());
  zone ? setenv("TZ", before.c_str(), 1) : unsetenv("TZ");
  CHECK(world.files.files() == other.files.files());
  BuildOptions options = all_formats();
  options.source_date_epoch = 1700000000;
  other.build(options);
  CHECK(world.built("catalogue.xlsx") != other.built("catalogue.xlsx"));
  CHECK(world.built("social-assistance.xml") == other.built("social-assistance.xml"));
}

TEST_CASE("a path or a domain publishes just its files") {
  PublishWorld world;
  BuildOptions options;
  options.formats = {PublishFormat::Csv};
  options.only_paths = {"w/lists/310104/social-assistance.yaml"};
  CHECK(world.build(options)->written ==
        std::vector<std::string>{"w/build/lists/310104/social-assistance.csv"});
  options.only_paths = {"w/lists"};
  options.out = "elsewhere";
  CHECK(world.build(options)->written.size() == 2);
  options.only_paths.clear();
  options.only_domain = "social-assistance";
  CHECK(world.build(options)->written ==
        std::vector<std::string>{"elsewhere/social-assistance.csv"});
}

TEST_CASE("what can't be built is an error of the call") {
  PublishWorld world;
  BuildOptions options;
  options.only_domain = "no-such";
  CHECK_FALSE(world.build(options).has_value());
  options = {};
  options.template_name = "no-such";
  const auto unknown = world.build(options);
  REQUIRE_FALSE(unknown.has_value());
  CHECK(unknown.error().message.in(Lang::Zh) ==
        "没有目录样式“no-such”；现有：national、shanghai-2020");
  world.files.fail("w/build/index.html", ENOSPC);
  const auto full = world.build();
  REQUIRE_FALSE(full.has_value());
  CHECK(full.error().code == ENOSPC);
}

TEST_CASE("an unknown template in catalog.yaml is a finding there") {
  PublishWorld world;
  std::string config = world.files.files().at("w/catalog.yaml");
  config.replace(config.find("shanghai-2020"), 13, "shanghai-2021");
  world.put("catalog.yaml", config);
  const auto result = world.build();
  REQUIRE(result.has_value());
  CHECK(rules_of(*result) == std::vector<std::string>{"publish-template"});
  CHECK(result->findings[0].place.file.view() == "w/catalog.yaml");
  CHECK(result->stopped());
  CHECK(result->written.empty());
}

TEST_CASE("a text that Excel can't hold stops the build before anything is written") {
  PublishWorld world;
  std::string text;
  for (int i = 0; i < 40000; i++) text += "字";
  world.put_standard(item_with("deadline", text));
  const auto result = world.build();
  REQUIRE(result.has_value());
  CHECK(rules_of(*result) == std::vector<std::string>{"xlsx-cell-length"});
  CHECK(result->findings[0].address == "standard/social-assistance/1");
  CHECK(result->findings[0].field == "deadline");
  CHECK(result->findings[0].message.in(Lang::Zh) ==
        "“公开时限”一栏有40000个字符，Excel单元格最多32767个；请分成几项");
  CHECK(result->written.empty());
  BuildOptions options;
  options.formats = {PublishFormat::Html, PublishFormat::Xml};
  CHECK(world.build(options)->findings.empty());
}

TEST_CASE("Excel counts UTF-16 units, and the heads and notes of sheets too") {
  PublishWorld world;
  std::string half, whole;
  for (int i = 0; i < 16384; i++) whole += "𠮷";
  for (int i = 0; i < 16383; i++) half += "𠮷";
  world.put_standard(item_with("deadline", half + "a"));
  CHECK(world.build()->findings.empty());
  world.put_standard(item_with("deadline", whole));
  CHECK(rules_of(*world.build()) == std::vector<std::string>{"xlsx-cell-length"});
  world.put_standard(kItem, "process: " + whole + "\n");
  CHECK(rules_of(*world.build()) == std::vector<std::string>{"xlsx-cell-length"});
}

TEST_CASE("the name of a sheet is never cut") {
  PublishWorld world;
  const std::string name = "很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长的领域";
  world.put(
      "guidelines/social-assistance.yaml",
      "kind: guideline\ndomain: social-assistance\nname: " + name + "\ncomplete: 否\nitems: []\n");
  CHECK(rules_of(*world.build()) == std::vector<std::string>{"xlsx-sheet-name"});
  world.put("guidelines/social-assistance.yaml",
            "kind: guideline\ndomain: social-assistance\nname: \"[甲]/乙:*?\"\ncomplete: "
            "否\nitems: []\n");
  CHECK(world.build()->findings.empty());
}

TEST_CASE("names that would leave the output folder are refused") {
  for (const std::string domain : {"../evil", "a/b", "index", "catalogue", ".", "A"}) {
    PublishWorld world;
    world.put("standards/social-assistance.yaml", "kind: standard\ndomain: \"" + domain +
                                                      "\"\nversion: \"1\"\nitems:\n" +
                                                      std::string(kItem));
    const auto result = world.build({}, true);
    REQUIRE(result.has_value());
    CHECK_MESSAGE(rules_of(*result) == std::vector<std::string>{"publish-path"}, domain);
    CHECK(world.files.written_paths().empty());
  }
}

TEST_CASE("characters that can't be published are told and replaced in every form") {
  PublishWorld world;
  world.put_standard(item_with("deadline", "\"甲\\x01乙\""));
  const auto result = world.build(all_formats());
  REQUIRE(result.has_value());
  CHECK(rules_of(*result) == std::vector<std::string>{"publish-character"});
  CHECK_FALSE(result->stopped());
  for (const char* form : {"xml", "html", "json", "csv"})
    CHECK(world.built(std::string("social-assistance.") + form).find("甲\uFFFD乙") !=
          std::string::npos);
}

TEST_CASE("a draft says so on every page, sheet and document") {
  PublishWorld world;
  REQUIRE(world.build(all_formats(), true).has_value());
  for (const char* page : {"social-assistance.html", "index.html", "social-assistance.csv"})
    CHECK(world.built(page).find("草稿") != std::string::npos);
  CHECK(world.built("social-assistance.xml").find(" draft=\"true\"") != std::string::npos);
  CHECK(world.built("social-assistance.json").find("\"draft\": true") != std::string::npos);
  REQUIRE(world.build(all_formats(), false).has_value());
  CHECK(world.built("social-assistance.html").find("草稿") == std::string::npos);
}

TEST_CASE("pages escape what they are given and link to web addresses only") {
  PublishWorld world;
  world.put_standard(item_with("deadline", "'<script>alert(\"x\")</script>'") +
                     "    links: [{title: 坏, url: \"javascript:alert(1)\"}, {title: 好, url: "
                     "\"https://x.cn/?a=1&b=2\"}]\n");
  REQUIRE(world.build().has_value());
  const std::string page = world.built("social-assistance.html");
  CHECK(page.find("<script") == std::string::npos);
  CHECK(page.find("&lt;script&gt;") != std::string::npos);
  CHECK(page.find("href=\"javascript") == std::string::npos);
  CHECK(page.find("href=\"https://x.cn/?a=1&amp;b=2\" rel=\"noopener\"") != std::string::npos);
  CHECK(page.find("<tr id=\"1\">") != std::string::npos);
}

TEST_CASE("fields of CSV are quoted, and never formulas") {
  PublishWorld world;
  world.put_standard(item_with("deadline", "'=HYPERLINK(\"x\")'"));
  BuildOptions options;
  options.formats = {PublishFormat::Csv};
  REQUIRE(world.build(options).has_value());
  const std::string csv = world.built("social-assistance.csv");
  CHECK(csv.starts_with("\xEF\xBB\xBF序号,类别,公开事项/一级事项,"));
  CHECK(csv.find(",\"'=HYPERLINK(\"\"x\"\")\",") != std::string::npos);
  CHECK(csv.ends_with("\r\n"));
}

TEST_CASE("XML and JSON keep every field under its English key") {
  PublishWorld world;
  world.put_standard(std::string(kItem) + R"(    extent: 部分
    note: 备注
    extra: {责任科室: 救助科}
    deviation: [{rules: [deadline-longer], reason: 理由, approved: {by: 市民政局, on: "2020-11-01"}}]
    was: [list/310104/social-assistance/1]
)");
  REQUIRE(world.build(all_formats()).has_value());
  const std::string xml = world.built("social-assistance.xml");
  for (const char* part :
       {"<item number=\"1\" address=\"standard/social-assistance/1\">", "<extent>部分</extent>",
        "<entry key=\"责任科室\">救助科</entry>", "<entry>deadline-longer</entry>",
        "<by>市民政局</by>", "<entry>list/310104/social-assistance/1</entry>", "<element>"})
    CHECK_MESSAGE(xml.find(part) != std::string::npos, part);
  const std::string json = world.built("social-assistance.json");
  CHECK(json.find("\"schema\": \"standard.schema.json\"") != std::string::npos);
  CHECK(json.find("\"extra\":{\"责任科室\":\"救助科\"}") != std::string::npos);
}

TEST_CASE("SOURCE_DATE_EPOCH is read where it is a number") {
  setenv("SOURCE_DATE_EPOCH", "1700000000", 1);
  CHECK(source_date_epoch() == 1700000000);
  setenv("SOURCE_DATE_EPOCH", "today", 1);
  CHECK_FALSE(source_date_epoch().has_value());
  unsetenv("SOURCE_DATE_EPOCH");
  CHECK_FALSE(source_date_epoch().has_value());
}

TEST_CASE("a draft bears the word that it was given, on every page") {
  PublishWorld world;
  BuildOptions options = all_formats();
  options.fragment = Fragment::Plain;
  REQUIRE(build(world.load(true, "征求意见稿"), world.files, options).has_value());
  size_t pages = 0;
  for (const auto& [path, text] : world.files.files()) {
    if (!path.starts_with("w/build/")) continue;
    CHECK(text.find(kDraftMark) == std::string::npos);
    if (path.ends_with(".xlsx") || path.ends_with(".css")) continue;
    CAPTURE(path);
    CHECK(text.find("征求意见稿") != std::string::npos);
    pages++;
  }
  CHECK(pages == 13);
}

TEST_CASE("pages lead to the PDF that is printed beside each workbook") {
  PublishWorld world;
  BuildOptions options;
  REQUIRE(world.build(options).has_value());
  CHECK(world.built("index.html").find(".pdf") == std::string::npos);
  options.pdf = true;
  REQUIRE(world.build(options).has_value());
  for (const char* link :
       {"\"catalogue.pdf\"", "\"social-assistance.pdf\"", "\"lists/310104/tax.pdf\""})
    CHECK(world.built("index.html").find(link) != std::string::npos);
  CHECK(world.built("social-assistance.html").find("\"social-assistance.pdf\"") !=
        std::string::npos);
}

TEST_CASE("each page has the day of its catalogue: published, else confirmed, else in force") {
  PublishWorld world;
  const auto day = [&](std::string_view head) {
    world.put_standard(kItem, head);
    const auto result = world.build();
    REQUIRE(result.has_value());
    return result->page_days.at("w/build/social-assistance.html");
  };
  CHECK(day("") == "2020-12-31");
  CHECK(day("confirmed: {by: a, on: \"2021-01-05\"}\n") == "2021-01-05");
  CHECK(day("confirmed: {by: a, on: \"2021-01-05\"}\npublished: {on: \"2021-02-03\"}\n") ==
        "2021-02-03");
  CHECK(day("published: {on: soon}\n") == "2020-12-31");
}
