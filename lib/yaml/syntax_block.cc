// Explanations of keys, colons, dashes and indentation.

#include <algorithm>
#include <string>

#include "text/utf8.h"
#include "yaml/syntax_scene.h"

namespace catalog::yaml {

namespace {

constexpr std::string_view kFullwidthColon = "：";
/// Longer keys are no simple keys to libyaml (in code points).
constexpr uint32_t kLongestKey = 1024;

SyntaxProblem syntax(Span at, std::optional<Span> opened, Message message, Message advice) {
  return {SyntaxKind::Syntax, at, opened, std::move(message), std::move(advice)};
}

/// The columns (from 0, in spaces) at which the lines above open a level that this line could
/// belong to, outer last.
std::vector<uint32_t> open_columns(std::string_view text, Span line) {
  std::vector<uint32_t> columns;
  uint32_t nearest = UINT32_MAX;
  for (auto above = content_line_before(text, line); above && nearest > 0;
       above = content_line_before(text, *above)) {
    const uint32_t begin = content_begin(text, *above);
    const uint32_t inner = behind_dashes(text, begin);
    // `- key: value` opens two levels.
    for (const uint32_t at : {inner, begin}) {
      const uint32_t column = at - above->begin;
      if (column >= nearest) continue;
      columns.push_back(column);
      nearest = column;
    }
  }
  return columns;
}

SyntaxProblem wrong_indent(const Scene& scene) {
  const Span line = scene.line();
  const uint32_t begin = content_begin(scene.text, line);
  const uint32_t column = begin - line.begin;
  const auto columns = open_columns(scene.text, line);
  std::string choices;
  for (const uint32_t open : columns) {
    if (choices.size() > 12) break;
    choices += (choices.empty() ? "" : "/") + std::to_string(open);
  }
  const Span at{line.begin, std::max(begin, line.begin + (begin < line.end ? 1 : 0))};
  if (choices.empty()) {
    return syntax(at, {}, say({"本行缩进不对", "this line is indented wrongly"}),
                  say({"第一级的键顶格写，不缩进", "keys of the first level are not indented"}));
  }
  return syntax(at, {},
                say({"本行缩进 {} 格，与前面各级都对不齐",
                     "this line is indented by {} spaces, which matches no level above"},
                    column),
                say({"与同级的上一行对齐（前面各级缩进 {} 格）",
                     "align it with the line before of the same level (levels above: {} spaces)"},
                    choices));
}

SyntaxProblem fullwidth_colon(uint32_t at) {
  return syntax(
      {at, at + static_cast<uint32_t>(kFullwidthColon.size())}, {},
      say({"键后面是全角冒号“：”，应为半角冒号加空格",
           "the key is followed by the full-width colon “：”, not by a colon and a space"}),
      say({"切换到英文输入法，按“:”键，再按空格键",
           "switch to the English keyboard and type “:” and a space"}));
}

SyntaxProblem colon_without_blank(uint32_t at) {
  return syntax({at, at + 1}, {}, say({"冒号后面缺少空格", "there is no space behind the colon"}),
                say({"在“:”后面加一个空格", "add a space behind “:”"}));
}

SyntaxProblem no_colon(const Scene& scene, Span line) {
  const uint32_t begin = content_begin(scene.text, line);
  return syntax({begin, std::max(begin, content_end(scene.text, line))}, {},
                say({"本行没有写成“键: 值”", "this line is not of the form “key: value”"}),
                say({"补上半角冒号和空格；如果是上一行文字的继续，再多缩进两格，或与上一行写在一行",
                     "add a colon and a space; if it continues the text of the line before, indent "
                     "it by two more spaces or join the lines"}));
}

SyntaxProblem key_too_long(Span at) {
  return syntax(at, {}, say({"键超过 {} 个字", "a key of more than {} characters"}, kLongestKey),
                say({"检查是否漏了冒号或引号；长文字写在冒号后面",
                     "look for a missing colon or quote; long texts stand behind the colon"}));
}

/// A key-like line without `: `: what is wrong with its colon, if anything can be seen.
SyntaxProblem faulty_key_line(const Scene& scene, Span line) {
  const std::string_view content = scene.cut({line.begin, content_end(scene.text, line)});
  const size_t wide = content.find(kFullwidthColon);
  const size_t narrow = content.find(':');
  if (narrow != std::string_view::npos && narrow < wide &&
      !content.substr(narrow).starts_with("://")) {
    return colon_without_blank(line.begin + static_cast<uint32_t>(narrow));
  }
  if (wide != std::string_view::npos)
    return fullwidth_colon(line.begin + static_cast<uint32_t>(wide));
  return no_colon(scene, line);
}

}  // namespace

SyntaxProblem colon_in_text(const Scene& scene, uint32_t colon) {
  return syntax(
      scene.character(colon), {},
      say({"未加引号的文字里有半角冒号“:”，被当成了键",
           "an unquoted text holds a half-width colon “:”, which is taken for that of a key"}),
      say({"用英文双引号把整段文字括起来，或改为全角冒号“：”",
           "put the whole text in double quotes, or write the full-width colon “：”"}));
}

SyntaxProblem explain_colon(const Scene& scene) {
  const Span line = scene.line();
  const uint32_t begin = behind_dashes(scene.text, content_begin(scene.text, line));
  const auto first = find_key_colon(scene.text, begin, scene.at());
  if (first) return colon_in_text(scene, scene.at());
  if (count_code_points(scene.cut({begin, scene.at()})) > kLongestKey) {
    return key_too_long({begin, line.end});
  }
  const auto above = content_line_before(scene.text, line);
  if (!above) return colon_in_text(scene, scene.at());
  const uint32_t above_begin = behind_dashes(scene.text, content_begin(scene.text, *above));
  if (!find_key_colon(scene.text, above_begin, above->end)) return faulty_key_line(scene, *above);
  return wrong_indent(scene);
}

SyntaxProblem explain_missing_colon(const Scene& scene) {
  const uint32_t key = scene.error.context_at.value_or(scene.at());
  const Span line = line_at(scene.text, key);
  const char c = scene.char_at(key);
  if (scene.at() <= line.end && count_code_points(scene.cut({key, scene.at()})) > kLongestKey) {
    return key_too_long({key, line.end});
  }
  if ((c == '"' || c == '\'') && scene.text.find(c, key + 1) > line.end)
    return unclosed_quote(scene, key);
  if (c == '[' || c == '{') {
    return syntax(
        scene.character(key), {},
        say({"此处应为“键: 值”，不能单独写“{}”", "“key: value” is expected here, not “{}” alone"},
            scene.cut({key, key + 1})),
        say({"写在键的冒号后面", "write it behind the colon of a key"}));
  }
  return faulty_key_line(scene, line);
}

std::optional<SyntaxProblem> explain_after_value(const Scene& scene) {
  const char c = scene.c();
  const Span last = scene.error.last_scalar;
  const Span line = scene.line();
  const bool quoted = (scene.error.last_style == Style::DoubleQuoted ||
                       scene.error.last_style == Style::SingleQuoted) &&
                      last.size() > 1;
  const bool behind_quote =
      quoted && last.end <= scene.at() && last.end >= line.begin &&
      scene.text.substr(last.end, scene.at() - last.end).find_first_not_of(" \t") ==
          std::string_view::npos;
  if (behind_quote) {
    if (line_at(scene.text, last.begin).end < last.end) return unclosed_quote(scene, last.begin);
    return syntax(
        scene.rest_of_line(scene.at()), Span{last.begin, last.begin + 1},
        say({"引号结束之后还有文字", "there is more text behind the closing quotation mark"}),
        say({"引号内的引号改为“”，或把整段文字放进一对引号",
             "write “” for quotes inside quotes, or put the whole text into one pair"}));
  }
  if (c == ']' || c == '}') {
    return syntax(scene.character(scene.at()), {},
                  say({"此处的“{}”没有对应的开始括号", "“{}” has no opening bracket"},
                      scene.cut(scene.character(scene.at()))),
                  say({"删除它，或补上开始的括号", "delete it, or add the opening bracket"}));
  }
  const char before = scene.visible_before(scene.at());
  const bool same_line = content_begin(scene.text, line) < scene.at();
  if (same_line && (before == ']' || before == '}')) {
    return syntax(scene.rest_of_line(scene.at()), {},
                  say({"“{}”结束之后还有文字", "there is more text behind “{}”"},
                      std::string_view(&before, 1)),
                  say({"把文字放进括号内，或用英文双引号把整段括起来",
                       "move the text inside the brackets, or put all of it in double quotes"}));
  }
  return std::nullopt;
}

SyntaxProblem explain_expected_key(const Scene& scene) {
  if (auto problem = explain_after_value(scene)) return *std::move(problem);
  const Span line = scene.line();
  const uint32_t begin = content_begin(scene.text, line);
  if (begin < scene.at() && !is_list_dash(scene.text, scene.at()))
    return reserved_first_character(scene, begin);
  if (is_list_dash(scene.text, begin) && begin == scene.at()) {
    return syntax(
        {begin, begin + 1}, {},
        say({"列表项“-”的缩进不对", "this list item “-” is indented wrongly"}),
        say({"与同一列表的其他“-”对齐；列表的“-”不能与前面的键混在一级",
             "align it with the other “-” of its list; dashes and keys do not mix in one level"}));
  }
  return wrong_indent(scene);
}

SyntaxProblem explain_expected_dash(const Scene& scene) {
  if (auto problem = explain_after_value(scene)) return *std::move(problem);
  const Span line = scene.line();
  const uint32_t begin = content_begin(scene.text, line);
  const uint32_t list = scene.error.context_at.value_or(scene.at());
  if (begin - line.begin == list - line_at(scene.text, list).begin) {
    return syntax(scene.rest_of_line(begin), Span{list, list + 1},
                  say({"列表中的本行缺少“-”", "this line of a list has no “-”"}),
                  say({"在行首加“- ”；如果是上一级的键，少缩进一级",
                       "begin it with “- ”; if it is a key of the level above, indent it less"}));
  }
  return wrong_indent(scene);
}

SyntaxProblem explain_misplaced_dash(const Scene& scene) {
  return syntax(scene.character(scene.at()), {},
                say({"列表的“-”不能写在这里", "a list dash “-” cannot stand here"}),
                say({"列表另起一行写在键的下面；如果“-”是正文，用英文双引号把文字括起来",
                     "begin the list on the next line below its key; if the “-” is text, put the "
                     "text in double quotes"}));
}

SyntaxProblem explain_document_start(const Scene& scene) {
  if (auto problem = explain_after_value(scene)) return *std::move(problem);
  const Span line = scene.line();
  const auto above = content_line_before(scene.text, line);
  if (scene.char_at(line.begin) == '%') return explain_directive(scene, line);
  if (above && scene.char_at(above->begin) == '%') return explain_directive(scene, *above);
  if (above && stands_at(scene.text, above->begin, "..."))
    return second_document(scene.rest_of_line(scene.at()));
  return wrong_indent(scene);
}

SyntaxProblem explain_tab(const Scene& scene) {
  const Span line = scene.line();
  uint32_t at = scene.at();
  if (scene.char_at(at) != '\t') {
    at = line.begin;
    while (at < line.end && scene.text[at] != '\t') ++at;
  }
  uint32_t end = at;
  while (end < line.end && scene.text[end] == '\t') ++end;
  return syntax({at, end}, {},
                say({"此处用了 Tab 键（制表符），YAML 的缩进只能用空格",
                     "there is a tab here; YAML is indented by spaces only"}),
                say({"删除制表符，用空格键缩进，每级两格",
                     "delete it and indent with the space bar, two spaces a level"}));
}

}  // namespace catalog::yaml
