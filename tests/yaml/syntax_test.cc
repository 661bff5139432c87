#include <yaml.h>

#include <algorithm>
#include <set>

#include "yaml/support.h"
#include "yaml/syntax_problems.h"

using namespace catalog;
using namespace catalog::yaml;

namespace {

/// One broken text, and how it is explained: where, since where, and words that must occur.
struct Case {
  std::string text;
  std::string at;
  std::string opened_at;
  std::string zh;
};

const std::vector<Case>& cases() {
  static const std::vector<Case> all{
      // Brackets
      {"a: [低保, 公开\nb: c\n", "1:11", "1:4", "没有结束的“]”"},
      {"a: [低保, 公开\n", "1:11", "1:4", "没有结束的“]”"},
      {"a: [低保,\n  公开  # 注\n  b: c\n", "2:5", "1:4", "没有结束的“]”"},
      {"a: [低保,\n", "1:8", "1:4", "没有结束的“]”"},
      {"- [a, {b: c]\n", "1:12", "1:7", "括号不配对"},
      {"- {a: b\n- c\n", "1:8", "1:3", "没有结束的“}”"},
      {"a: [国发[2012]45号, b]\n", "1:7", "", "半角括号"},
      {"a: [\"低\" \"保\"]\n", "1:9", "1:4", "缺少逗号"},
      {"a: {b: \"c\" d: e}\n", "1:12", "1:4", "缺少逗号"},
      {"a: [b,, c]\n", "1:7", "", "多了一个逗号"},
      {"a: [- b]\n", "1:5", "1:4", "不写“-”"},
      {"a: b\nc: [d]]\n", "2:7", "", "没有对应的开始括号"},
      {"a: [b] c\n", "1:8", "", "结束之后还有文字"},
      // Quotes
      {"a: \"低保\nb: \"公开\"\nc: d\n", "1:7", "1:4", "引号没有结束"},
      {"a: \"低保\nb: c\n", "1:7", "1:4", "引号没有结束"},
      {"a: '低保\n---\nb: c\n", "1:7", "1:4", "引号没有结束"},
      {"'低保\nb: c\n", "1:4", "1:1", "引号没有结束"},
      {"a: \"低\" 保\n", "1:8", "1:4", "引号结束之后还有文字"},
      {"a: \"C:\\docs\"\n", "1:7", "1:4", "“\\d”不是有效的转义"},
      {"a: \"\\u12\"\n", "1:5", "1:4", "“\\u12”不是有效的转义"},
      {"a: \"\\uD800\"\n", "1:5", "1:4", "“\\uD800”不是有效的转义"},
      // Colons
      {"audience: 特定群体: 老人\n", "1:15", "", "半角冒号"},
      {"a: {b: c: d}\n", "1:9", "", "半角冒号"},
      {"a: [b:, c]\n", "1:6", "", "半角冒号"},
      {"kind: list\ntopic：低保\nunit: a\n", "2:6", "", "全角冒号"},
      {"topic：低保\nunit: a\n", "1:6", "", "全角冒号"},
      {"kind: list\ntopic:低保\nunit: a\n", "2:6", "", "缺少空格"},
      {"a: b\n这是续行\nc: d\n", "2:1", "", "键: 值"},
      {std::string(1100, 'k') + ": a\n", "1:1", "", "键超过 1024 个字"},
      {"a: b\n" + std::string(1100, 'k') + ": a\n", "2:1", "", "键超过 1024 个字"},
      // Indentation
      {"\ta: b\n", "1:1", "", "Tab"},
      {"a:\n\tb: c\n", "2:1", "", "Tab"},
      {"a: |\n\tb\n", "2:1", "", "Tab"},
      {"a:\n  b: c\n \td\n", "3:2", "", "Tab"},
      {"a: b\n  c: d\n", "2:1", "", "本行缩进 2 格"},
      {"a:\n    b: c\n  d: e\n", "3:1", "", "本行缩进 2 格"},
      {"  a: b\nc: d\n", "2:1", "", "本行缩进 0 格"},
      {"a:\n  - b\n - c\n", "3:2", "", "“-”的缩进不对"},
      {"a:\n  - b\n  c: d\n", "3:3", "2:3", "缺少“-”"},
      {"a:\n  - b: c\n   d: e\n", "3:1", "", "本行缩进 3 格"},
      {"a: - b\n", "1:4", "", "列表的“-”不能写在这里"},
      // First characters
      {"a: @低保\n", "1:4", "", "不能以“@”开头"},
      {"a: `低保\n", "1:4", "", "不能以“`”开头"},
      {"a: %低保\n", "1:4", "", "不能以“%”开头"},
      {"a: &低保\n", "1:4", "", "不能以“&”开头"},
      {"a: *低保\n", "1:4", "", "不能以“*”开头"},
      {"a: *x\n", "1:4", "", "不存在"},
      {"a: !低保\n", "1:4", "", "不能以“!”开头"},
      {"a: !<x y\n", "1:4", "", "不能以“!”开头"},
      {"a: !x!y z\n", "1:4", "", "不能以“!”开头"},
      {"a: !%zz b\n", "1:4", "", "不能以“!”开头"},
      {"a: !%80 b\n", "1:4", "", "不能以“!”开头"},
      {"a: !%C3%20 b\n", "1:4", "", "不能以“!”开头"},
      {"a: !<> b\n", "1:4", "", "不能以“!”开头"},
      {"a: | 低保\n", "1:4", "", "不能以“|”开头"},
      {"a: >0\n", "1:4", "", "不能以“>”开头"},
      {"a: [>低]\n", "1:5", "", "不能以“>”开头"},
      {"a: ,b\n", "1:4", "", "不能以“,”开头"},
      {"a: ? b\n", "1:4", "", "不能以“?”加空格开头"},
      // Anchors
      {"a: &x 1\nb: &x 2\n", "2:4", "1:4", "已经用过"},
      {"a: &x [*x]\n", "1:8", "1:4", "包含它自己"},
      // Directives and documents
      {"%低保\na: b\n", "1:1", "", "指令"},
      {"%FOO\n---\na: b\n", "1:1", "", "指令"},
      {"%FOO@\n---\n", "1:1", "", "指令"},
      {"%YAML 1.2 x\n---\n", "1:1", "", "指令"},
      {"%YAML x\n---\n", "1:1", "", "指令"},
      {"%YAML 1x\n---\n", "1:1", "", "指令"},
      {"%YAML 1234567890.1\n---\n", "1:1", "", "指令"},
      {"%YAML 2.0\n---\na: b\n", "1:1", "", "指令"},
      {"%YAML 1.1\n%YAML 1.1\n---\na: b\n", "2:1", "", "指令"},
      {"%TAG !x! tag:a\n%TAG !x! tag:b\n---\na: b\n", "2:1", "", "指令"},
      {"%TAG x tag:a\n---\n", "1:1", "", "指令"},
      {"%TAG !x tag:a\n---\n", "1:1", "", "指令"},
      {"%TAG !x!\n---\n", "1:1", "", "指令"},
      {"%TAG !x!y tag:a\n---\n", "1:1", "", "指令"},
      {"%TAG !x! tag:a\"\n---\n", "1:1", "", "指令"},
      {"%TAG !x! %zz\n---\n", "1:1", "", "指令"},
      {"%YAML 1.1\na: b\n", "1:1", "", "指令"},
      {"a: b\n---\nc: d\n", "2:1", "", "第二份"},
      {"a: b\n...\nc: d\n", "3:1", "", "第二份"},
  };
  return all;
}

/// What libyaml itself says of a text.
std::string said_by_libyaml(const std::string& text) {
  yaml_parser_t parser;
  yaml_parser_initialize(&parser);
  yaml_parser_set_input_string(&parser, reinterpret_cast<const unsigned char*>(text.data()),
                               text.size());
  std::string problem;
  for (bool more = true; more;) {
    yaml_event_t event;
    if (yaml_parser_parse(&parser, &event) == 0) {
      problem = parser.problem ? parser.problem : "";
      break;
    }
    more = event.type != YAML_STREAM_END_EVENT;
    yaml_event_delete(&event);
  }
  yaml_parser_delete(&parser);
  return problem;
}

SyntaxProblem problem_of(const std::string& text) {
  Tree tree;
  auto read = parse(text, tree);
  REQUIRE_MESSAGE(!read.has_value(), text);
  return read.error();
}

}  // namespace

TEST_CASE("syntax errors are explained at their true place") {
  for (const auto& expected : cases()) {
    CAPTURE(expected.text);
    const auto found = problem_of(expected.text);
    CHECK(position(expected.text, found.at.begin) == expected.at);
    CHECK((found.opened_at ? position(expected.text, found.opened_at->begin) : "") ==
          expected.opened_at);
    CHECK_MESSAGE(found.message.in(Lang::Zh).find(expected.zh) != std::string::npos,
                  found.message.in(Lang::Zh));
    CHECK(found.at.begin <= found.at.end);
    CHECK(found.at.end <= expected.text.size());
    CHECK_FALSE(found.advice.in(Lang::Zh).empty());
    CHECK_FALSE(found.advice.in(Lang::En).empty());
  }
}

TEST_CASE("libyaml's own words are never shown") {
  for (const auto& expected : cases()) {
    const std::string words = said_by_libyaml(expected.text);
    if (words.empty()) continue;
    const auto found = problem_of(expected.text);
    CHECK(found.message.in(Lang::En).find(words) == std::string::npos);
    CHECK(found.message.in(Lang::Zh).find(words) == std::string::npos);
  }
}

TEST_CASE("each problem that libyaml can report has an explanation and a case here") {
  std::set<std::string> provoked;
  for (const auto& expected : cases()) provoked.insert(said_by_libyaml(expected.text));
  const std::vector<std::string_view> explained = explained_problems();
  for (const auto& problem : provoked) {
    if (problem.empty()) continue;
    CHECK_MESSAGE(std::ranges::find(explained, problem) != explained.end(), problem);
  }
  for (const auto problem : explained)
    CHECK_MESSAGE(provoked.contains(std::string(problem)), problem);
}

TEST_CASE("a shortened or mutilated real file is always explained inside the text") {
  const auto files = shipped_files();
  Dice dice(6);
  Tree tree;
  for (int i = 0; i < 1'500; ++i) {
    std::string text = read_file(dice.one(files)).substr(0, 3'000);
    static constexpr std::string_view kMarks[] = {"[",  "]",  "{",  "}",  "\"", "'", ":", ": ",
                                                  "- ", "\n", "  ", "\t", "#",  "&", "*", "!",
                                                  "|",  ">",  "%",  "@",  ",",  "?"};
    for (uint32_t n = 1 + dice.below(4); n > 0; --n) {
      const uint32_t at = dice.below(static_cast<uint32_t>(text.size()));
      if (dice.chance(50))
        text.insert(at, dice.one(kMarks));
      else
        text.erase(at, 1 + dice.below(5));
    }
    if (auto read = parse(text, tree); !read) {
      const auto& found = read.error();
      REQUIRE_MESSAGE(found.at.begin <= found.at.end, text);
      REQUIRE_MESSAGE(found.at.end <= text.size(), text);
      REQUIRE(!found.message.in(Lang::Zh).empty());
      REQUIRE(!found.advice.in(Lang::En).empty());
    }
  }
}
