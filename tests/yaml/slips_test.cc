#include "yaml/slips.h"

#include <algorithm>
#include <set>

#include "yaml/support.h"

using namespace catalog;
using namespace catalog::yaml;

namespace {

bool is_key(std::string_view word) {
  static const std::set<std::string_view> keys{
      "kind",  "id",  "topic", "elements", "basis", "levels",   "channels", "note",
      "title", "url", "links", "address",  "编号",  "一级事项", "公开依据", "公开层级"};
  return keys.contains(word);
}

bool is_word(std::string_view word) {
  static const std::set<std::string_view> words{
      "市级", "区级", "街镇级", "政府网站", "社区/企事业单位/村公示栏（电子屏）", "两微一端"};
  return words.contains(word);
}

std::vector<Slip> slips_in(const std::string& text) {
  Tree tree;
  (void)parse(text, tree);  // an empty tree where it does not parse
  return find_slips(text, tree, {is_key, is_word});
}

std::string mended(const std::string& text, const std::vector<Slip>& slips) {
  std::vector<Edit> edits;
  for (const auto& slip : slips) edits.insert(edits.end(), slip.edits.begin(), slip.edits.end());
  return apply_edits(text, edits);
}

/// The text has exactly this slip, at the place marked by its first character, and its edits give
/// the wanted text.
struct Case {
  SlipKind kind;
  std::string text;
  std::string at;
  std::string wanted;
};

const std::vector<Case>& cases() {
  using enum SlipKind;
  static const std::vector<Case> all{
      {FullwidthCommaInList, "levels: [区级，街镇级]\n", "1:12", "levels: [区级, 街镇级]\n"},
      {FullwidthCommaInList, "levels: [区级、街镇级]\n", "1:12", "levels: [区级, 街镇级]\n"},
      {FullwidthCommaInList, "levels: [市级, 区级，\u3000街镇级]\n", "1:16",
       "levels: [市级, 区级, 街镇级]\n"},
      {FullwidthCommaInList, "channels: [政府网站，微信公众号]\n", "1:16",
       "channels: [政府网站, 微信公众号]\n"},
      {FullwidthCommaInList, "elements: [姓名，地址，金额]\n", "1:14",
       "elements: [姓名, 地址, 金额]\n"},
      {FullwidthColon, "kind: list\ntopic：低保\nid: a\n", "2:6",
       "kind: list\ntopic: 低保\nid: a\n"},
      {FullwidthColon, "items:\n  - topic： 低保\n", "2:10", "items:\n  - topic: 低保\n"},
      {FullwidthColon, "一级事项：低保\n编号: a\n", "1:5", "一级事项: 低保\n编号: a\n"},
      {FullwidthColon, "levels：\n  - 区级\n", "1:7", "levels:\n  - 区级\n"},
      {FullwidthColon, "links: [{title：公示, url: x}]\n", "1:15",
       "links: [{title: 公示, url: x}]\n"},
      {FullwidthColon, "kind: list\nfoo：低保\n", "2:4", "kind: list\nfoo: 低保\n"},
      {FullwidthIndent, "items:\n\u3000- id: a\n", "2:1", "items:\n  - id: a\n"},
      {FullwidthIndent, "items:\n  - id: a\n \u3000 topic: b\n", "3:1",
       "items:\n  - id: a\n    topic: b\n"},
      {FullwidthIndent, "items:\n\u00A0\u00A0- id: a\n", "2:1", "items:\n  - id: a\n"},
      {FullwidthIndent, "id: a\n\u3000\u3000\ntopic: b\n", "2:1", "id: a\n\ntopic: b\n"},
      {BracketInFlow, "basis: [国发[2012]45号, 条例]\n", "1:11",
       "basis: [国发〔2012〕45号, 条例]\n"},
      {BracketInFlow, "elements: [甲[见附件], 乙]\n", "1:13", "elements: [\"甲[见附件]\", 乙]\n"},
      {HashComment, "address: 天平路 #3\n", "1:14", "address: \"天平路 #3\"\n"},
      {HashComment, "note: 见 #附件一\n", "1:9", "note: \"见 #附件一\"\n"},
      {HashComment, "elements: [甲 #3, 乙]\n", "1:14", "elements: [\"甲 #3\", 乙]\n"},
      {CurlyQuotes, "id: “6”\n", "1:5", "id: \"6\"\n"},
      {CurlyQuotes, "topic: “最低生活保障”\n", "1:8", "topic: \"最低生活保障\"\n"},
      {CurlyQuotes, "levels: [‘区级’]\n", "1:10", "levels: [\"区级\"]\n"},
      {CurlyQuotes, "- ＂a＂\n", "1:3", "- \"a\"\n"},
      {FullwidthBracket, "levels: ［区级，街镇级］\n", "1:9", "levels: [区级, 街镇级]\n"},
      {FullwidthBracket, "levels: 【区级】\n", "1:9", "levels: [区级]\n"},
      {FullwidthBracket, "levels: ［区级]\n", "1:9", "levels: [区级]\n"},
      {FullwidthBracket, "levels: [区级, 街镇级］\nid: a\n", "1:17",
       "levels: [区级, 街镇级]\nid: a\n"},
      {FullwidthDash, "levels:\n  － 区级\n", "2:3", "levels:\n  - 区级\n"},
      {FullwidthDash, "levels:\n  - 市级\n  —区级\n", "3:3", "levels:\n  - 市级\n  - 区级\n"},
      {FullwidthDash, "items:\n  －id: a\n", "2:3", "items:\n  - id: a\n"},
      {SplitInBrackets, "basis: [《甲》(乙, 丙), 丁]\n", "1:14",
       "basis: [\"《甲》(乙, 丙)\", 丁]\n"},
      {SplitInBrackets, "basis: [《甲, 乙》（丙, 丁）]\n", "1:11",
       "basis: [\"《甲, 乙》（丙, 丁）\"]\n"},
      {ColonWithoutBlank, "links: [{title:公示, url: x}]\n", "1:15",
       "links: [{title: 公示, url: x}]\n"},
      {ColonWithoutBlank, "links: [{url:https://a.cn}]\n", "1:13",
       "links: [{url: https://a.cn}]\n"},
      {ColonWithoutBlank, "kind: list\ntopic:低保\n", "2:6", "kind: list\ntopic: 低保\n"},
      {ColonWithoutBlank, "items:\n  - id:a\n", "2:7", "items:\n  - id: a\n"},
      {FullwidthHash, "＃ 注释\nid: a\n", "1:1", "# 注释\nid: a\n"},
  };
  return all;
}

}  // namespace

TEST_CASE("each slip is found at its place and mended to what was meant") {
  for (const auto& expected : cases()) {
    CAPTURE(expected.text);
    const auto found = slips_in(expected.text);
    REQUIRE(!found.empty());
    // A list in full-width brackets may hold a full-width comma too; its own edits mend both.
    CHECK(found.size() == 1);
    CHECK(found[0].kind == expected.kind);
    CHECK(position(expected.text, found[0].at.begin) == expected.at);
    const std::string after = mended(expected.text, found);
    CHECK(after == expected.wanted);
    CHECK(meaning(after).front() != '!');
    CHECK(slips_in(after).empty());
  }
}

TEST_CASE("each advice names the key on the keyboard") {
  for (const auto& expected : cases()) {
    for (const auto& slip : slips_in(expected.text)) {
      CHECK_MESSAGE(slip.advice.in(Lang::Zh).find("键") != std::string::npos,
                    slip.advice.in(Lang::Zh));
      CHECK(slip.message.in(Lang::Zh).find("{}") == std::string::npos);
      CHECK_FALSE(slip.message.in(Lang::En).empty());
    }
  }
}

TEST_CASE("every kind of slip has a case") {
  std::set<SlipKind> kinds;
  for (const auto& expected : cases()) kinds.insert(expected.kind);
  CHECK(kinds.size() == static_cast<size_t>(SlipKind::FullwidthHash) + 1);
}

TEST_CASE("what only looks like a slip is left alone") {
  const std::string texts[] = {
      "elements: [办理行政强制的依据、程序]\n",
      "elements: [其他可以公开的文件，包括改革方案、发展规划等]\n",
      "elements: [综合减灾示范社区分布情况（其具体位置，创建时间）]\n",
      "levels: [\"区级，街镇级\"]\n",
      "channels: [社区/企事业单位/村公示栏（电子屏）]\n",
      "note: 说明：见附件\n",
      "note: |\n  topic：低保\n  \u3000\u3000第二段\n  － 甲\n  ＃ 乙\n  id:a\n",
      "note: \"第一段\n  topic：低保\"\n",
      "note: 甲——乙\n",
      "topic: —\n",
      "# topic：低保\n# [区级，街镇级]\nid: a\n",
      "id: a  #3 号\n",
      "id: a # 注释\n",
      "id: \"a\" #3\n",
      "levels: [区级] #3\n",
      "elements: [“双减”政策, “三公”经费说明]\n",
      "topic: “双减”和“五项管理”\n",
      "basis: [《甲》（乙）, 《丙》（丁）]\n",
      "basis:\n  - 《甲》(乙, 丙)\n",
      "basis: [\"《甲》(乙\", 丙]\n",
      "basis: 【法律】《甲》\n",
      "links: [{title: 公示, url: \"https://a.cn:80/x\"}]\n",
      "url: https://a.cn:80/x#y\n",
      "note: http://a.cn\n",
      "elements: [比例1:2]\n",
      "",
  };
  for (const std::string& text : texts) {
    CAPTURE(text);
    for (const auto& slip : slips_in(text)) FAIL_CHECK(slip.message.in(Lang::Zh));
  }
}

TEST_CASE("the files that the project ships have no slips, parsed or looked at line by line") {
  for (const auto& file : shipped_files()) {
    const std::string text = read_file(file);
    Tree tree;
    REQUIRE(parse(text, tree));
    CAPTURE(file.string());
    for (const auto& slip : find_slips(text, tree, {is_key, is_word}))
      FAIL_CHECK(slip.message.in(Lang::Zh));
    for (const auto& slip : find_slips(text, Tree(), {is_key, is_word}))
      FAIL_CHECK(slip.message.in(Lang::Zh));
  }
}

TEST_CASE("a file with several slips is mended all at once") {
  const std::string text =
      "kind：list\nitems:\n\u3000- id: “6”\n    topic：低保\n    levels: ［区级，街镇级］\n    "
      "basis: [国发[2012]45号]\n";
  CHECK(
      meaning(mended(text, slips_in(text))) ==
      R"({"kind": "list", "items": [{"id": "6", "topic": "低保", "levels": ["区级", "街镇级"], "basis": ["国发〔2012〕45号"]}]})");
}

TEST_CASE("any text is looked through without harm") {
  Dice dice(7);
  static constexpr std::string_view kParts[] = {
      "[",      "]",    "{",  "}", "，",  "、",   "：",   ":",    ": ",  " ",  "\u3000",
      "\u00A0", "“",    "”",  "#", " #3", "\n",   "\n  ", "- ",   "－",  "［", "］",
      "topic",  "区级", "低", "(", ")",   "《",   "》",   ", ",   "（",  "）", ",",
      "\"",     "'",    "|",  ">", "＃",  "\r\n", "\t",   "\xE4", "2012"};
  for (int i = 0; i < 30'000; ++i) {
    std::string text;
    for (uint32_t n = dice.below(30); n > 0; --n) text += dice.one(kParts);
    for (const auto& slip : slips_in(text)) {
      REQUIRE_MESSAGE(slip.at.begin <= slip.at.end, text);
      REQUIRE_MESSAGE(slip.at.end <= text.size(), text);
      for (const auto& edit : slip.edits) {
        REQUIRE_MESSAGE(edit.span.begin <= edit.span.end, text);
        REQUIRE_MESSAGE(edit.span.end <= text.size(), text);
      }
    }
  }
}

TEST_CASE("brackets that cross in a broken list are no split") {
  CHECK(slips_in("[（}）").empty());
}

TEST_CASE("a long line full of brackets takes no time") {
  std::string text = "a: ";
  for (int i = 0; i < 200'000; ++i) text += "[";
  CHECK(slips_in(text).empty());
  text = "a: [";
  for (int i = 0; i < 100'000; ++i) text += "x[1] (, ";
  CHECK(!slips_in(text).empty());
}
