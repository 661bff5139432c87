#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <random>

#include "publish/fragment.h"
#include "publish/search_data.h"
#include "publish/search_words.h"
#include "source/memory_file_system.h"
#include "text/pinyin.h"

namespace catalog {
namespace {

/// What a script hands over.
nlohmann::json handed(const std::string& script) {
  const size_t open = script.find('('), close = script.rfind(')');
  return nlohmann::json::parse(script.substr(open + 1, close - open - 1));
}

std::vector<std::string> lines(const std::string& text) {
  std::vector<std::string> out(1);
  for (const char c : text) {
    if (c == '\n') {
      out.emplace_back();
    } else {
      out.back() += c;
    }
  }
  return out;
}

ItemAnswers item(std::string id, std::string name, std::string who) {
  ItemAnswers out;
  out.id = std::move(id);
  out.name = std::move(name);
  out.who = std::move(who);
  out.when = "20个工作日内";
  out.wait = Wait::WithinTwenty;
  return out;
}

TEST_CASE("items that units share stand once, with the units and their publishers") {
  SearchDomain domain;
  for (uint32_t unit = 0; unit < 300; unit++) {
    domain.add(unit, {search_entry(item("1", "低保", "单位" + std::to_string(unit))),
                      search_entry(item("2", "临时救助", "单位" + std::to_string(unit)))});
  }
  CHECK(domain.items() == 600);
  const nlohmann::json data = handed(domain.script("social-assistance", "社会救助"));
  CHECK(data["items"].size() == 20);  // two items of ten numbers
  CHECK(data["units"].size() == 1);   // which have the same units
  CHECK(data["units"][0].size() == 600);
  CHECK(lines(data["names"]) == std::vector<std::string>{"低保", "临时救助"});
  CHECK(data["waits"] == nlohmann::json::array({3}));
}

TEST_CASE("every item of every unit can be read back from the script") {
  std::mt19937 dice(20201231);
  const auto any = [&](size_t most) { return std::to_string(dice() % most); };
  SearchDomain domain;
  std::vector<std::array<std::string, 4>> given;
  for (uint32_t unit = 0; unit < 40; unit++) {
    std::vector<SearchEntry> entries;
    for (int i = 0; i < 25; i++) {
      ItemAnswers one = item(any(30), "名\"\n" + any(20), "谁" + any(5));
      one.elements = {"甲" + any(3), "乙\u2028" + any(3)};
      entries.push_back(search_entry(one));
      given.push_back({std::to_string(unit), one.id, std::string(entries.back().name.view()),
                       std::string(entries.back().publisher.view())});
    }
    domain.add(unit, entries);
  }
  const nlohmann::json data = handed(domain.script("d", "领域"));
  const auto ids = lines(data["ids"]), names = lines(data["names"]),
             publishers = lines(data["publishers"]);
  std::vector<std::array<std::string, 4>> read;
  for (size_t at = 0; at < data["items"].size(); at += 10) {
    const nlohmann::json& units = data["units"][data["items"][at + 9].get<size_t>()];
    for (size_t i = 0; i < units.size(); i += 2) {
      read.push_back(
          {std::to_string(units[i].get<uint32_t>()), ids[data["items"][at].get<size_t>()],
           names[data["items"][at + 1].get<size_t>()], publishers[units[i + 1].get<size_t>()]});
    }
  }
  std::ranges::sort(given);
  std::ranges::sort(read);
  CHECK(read == given);
}

TEST_CASE("characters are read one by one, words from the list") {
  CHECK(pinyin_of(U'宁') == "ning");
  CHECK(pinyin_of(U'女') == "nv");
  CHECK(pinyin_of(U'a').empty());
  MemoryFileSystem files;
  files.put("p.txt", "# 注\n\n银行 yin hang\n长 chang\n");
  const auto words = read_pinyin_words(files, "p.txt");
  REQUIRE(words.has_value());
  CHECK(words->size() == 2);
  const auto data = nlohmann::json::parse(
      "{" + search_words({U'银', U'国'}, {U'银', U'行', U'长'}, *words, Vocabulary{}) + "}");
  CHECK(data["words"] == nlohmann::json::array({"银行 yin hang"}));
  CHECK(data["chars"]["chang"] == "长");
  CHECK(data["traditional"].get<std::string>().find("國国") != std::string::npos);
  CHECK(read_pinyin_words(files, "none.txt")->empty());
}

TEST_CASE("a line of the word list that is none is named") {
  MemoryFileSystem files;
  for (const char* line : {"银行 yin", "银行 yin háng", "bank bank", "银行"}) {
    files.put("p.txt", "# 注\n" + std::string(line) + "\n");
    const auto words = read_pinyin_words(files, "p.txt");
    REQUIRE_FALSE(words.has_value());
    CHECK(words.error().message.in(Lang::En).starts_with("p.txt, line 2: "));
  }
}

TEST_CASE("an embedded style keeps to its class") {
  const std::string style = scoped_style(
      "/* a { } */ body, .x a:is(b, i) { color: red; }\n@page { size: A4; }\n"
      "@media print { html { margin: 0 } th, td { padding: 0 } }",
      "box");
  CHECK(style ==
        ".box, .box .x a:is(b, i) { color: red; }\n@media print {\n.box { margin: 0 }\n"
        ".box th, .box td { padding: 0 }\n}\n");
  for (const std::string& line : lines(fragment_style())) {
    if (line.ends_with("{") || line.find(" {") != line.npos)
      CHECK_MESSAGE((line.starts_with(".catalog-fragment") || line.starts_with("@media") ||
                     line.starts_with("  ")),
                    line);
  }
}

}  // namespace
}  // namespace catalog
