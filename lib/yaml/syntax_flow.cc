// Explanations of brackets, quotes and lists in brackets.

#include <algorithm>
#include <cctype>

#include "yaml/syntax_scene.h"

namespace catalog::yaml {

namespace {

char closing(char open) { return open == '{' ? '}' : ']'; }

/// Whether the line of `at` begins a new key or list item, so that the bracket was meant to be
/// closed before it.
bool begins_new_entry(const Scene& scene, Span line) {
  const uint32_t begin = content_begin(scene.text, line);
  if (is_list_dash(scene.text, begin)) return true;
  return find_key_colon(scene.text, begin, line.end).has_value();
}

/// Where the closing bracket belongs: behind the last content before the line that begins something
/// new.
SyntaxProblem unclosed_bracket(const Scene& scene, uint32_t open) {
  const char bracket = scene.text[open];
  Span line = line_at(scene.text, open);
  for (auto next = content_line_after(scene.text, line); next && next->begin <= scene.at();
       next = content_line_after(scene.text, *next)) {
    if (begins_new_entry(scene, *next)) break;
    line = *next;
  }
  const uint32_t end = content_end(scene.text, line);
  const std::string_view name(&bracket, 1);
  const char close = closing(bracket);
  return {
      SyntaxKind::Syntax,
      {end, end},
      Span{open, open + 1},
      say({"“{}”没有结束的“{}”", "“{}” is not closed by “{}”"}, name, std::string_view(&close, 1)),
      say({"在列表最后补上“{}”（半角，英文输入法）", "add “{}” at the end of the list"},
          std::string_view(&close, 1))};
}

SyntaxProblem wrong_bracket(const Scene& scene, uint32_t open) {
  const char close = closing(scene.text[open]);
  return {SyntaxKind::Syntax, scene.character(scene.at()), Span{open, open + 1},
          say({"括号不配对：“{}”应由“{}”结束，此处是“{}”",
               "brackets do not match: “{}” is closed by “{}”, not by “{}”"},
              scene.cut({open, open + 1}), std::string_view(&close, 1),
              scene.cut(scene.character(scene.at()))),
          say({"改为“{}”", "write “{}”"}, std::string_view(&close, 1))};
}

SyntaxProblem bracket_in_text(const Scene& scene) {
  return {SyntaxKind::Syntax,
          scene.character(scene.at()),
          {},
          say({"列表中未加引号的文字里有半角括号“{}”",
               "an unquoted text in a list holds the half-width bracket “{}”"},
              scene.cut(scene.character(scene.at()))),
          say({"文号用六角括号“〔〕”，或用英文双引号把这段文字括起来",
               "use 〔〕 in document numbers, or put this text in double quotes"})};
}

SyntaxProblem missing_comma(const Scene& scene, uint32_t open) {
  const uint32_t quote = scene.error.last_scalar.begin;
  const bool in_quotes = scene.error.last_style == Style::DoubleQuoted ||
                         scene.error.last_style == Style::SingleQuoted;
  if (in_quotes && scene.error.last_scalar.size() > 0) {
    const Span first = line_at(scene.text, quote);
    if (first.end < scene.error.last_scalar.end) return unclosed_quote(scene, quote);
  }
  return {SyntaxKind::Syntax, scene.character(scene.at()), Span{open, open + 1},
          say({"此处之前缺少逗号", "a comma is missing before this"}),
          say({"列表各项之间用“,”键（半角逗号，英文输入法）隔开；引号内的引号用“”",
               "put “,” between the entries of a list; quotes inside quotes are “”"})};
}

}  // namespace

Span Scene::character(uint32_t byte) const {
  if (byte >= text.size()) return {byte, byte};
  return {byte, byte + character_bytes(text, byte)};
}

char Scene::visible_before(uint32_t byte) const {
  while (byte > 0 && is_blank_or_break(text[byte - 1])) --byte;
  return byte > 0 ? text[byte - 1] : '\0';
}

Span Scene::rest_of_line(uint32_t byte) const {
  const Span whole = line_at(text, byte);
  return {byte, std::max(content_end(text, whole),
                         byte < whole.end ? byte + character_bytes(text, byte) : byte)};
}

SyntaxProblem explain_flow_separator(const Scene& scene) {
  const uint32_t open = scene.error.context_at.value_or(scene.at());
  const char c = scene.c();
  if (scene.at() >= scene.text.size()) return unclosed_bracket(scene, open);
  if (c == ']' || c == '}') return wrong_bracket(scene, open);
  const Span line = scene.line();
  const bool later_line = line.begin > open;
  if (later_line && begins_new_entry(scene, line)) return unclosed_bracket(scene, open);
  if (c == ':') return colon_in_text(scene, scene.at());
  if ((c == '[' || c == '{') && scene.at() > 0 && !is_blank_or_break(scene.text[scene.at() - 1]))
    return bracket_in_text(scene);
  return missing_comma(scene, open);
}

SyntaxProblem explain_node_content(const Scene& scene) {
  const char c = scene.c();
  const bool flow = scene.error.context == "while parsing a flow node";
  if (!flow) {
    if (scene.error.open_bracket) return unclosed_bracket(scene, *scene.error.open_bracket);
    return reserved_first_character(scene, scene.at());
  }
  const uint32_t open = scene.error.open_bracket.value_or(scene.at());
  if (scene.at() >= scene.text.size()) return unclosed_bracket(scene, open);
  if (c == ',') {
    return {SyntaxKind::Syntax,
            scene.character(scene.at()),
            {},
            say({"此处多了一个逗号", "there is a comma too many here"}),
            say({"删除多余的逗号", "delete it"})};
  }
  if ((c == ']' || c == '}') && open != scene.at() && closing(scene.text[open]) != c)
    return wrong_bracket(scene, open);
  if (scene.line().begin > open && begins_new_entry(scene, scene.line()))
    return unclosed_bracket(scene, open);
  if (is_list_dash(scene.text, scene.at())) {
    return {SyntaxKind::Syntax, scene.character(scene.at()), Span{open, open + 1},
            say({"方括号“[ ]”里的列表不写“-”", "a list in brackets [ ] has no dashes"}),
            say({"删除“-”，各项之间用半角逗号隔开",
                 "delete the “-” and put commas between the entries"})};
  }
  return reserved_first_character(scene, scene.at());
}

SyntaxProblem explain_flow_colon(const Scene& scene) { return colon_in_text(scene, scene.at()); }

SyntaxProblem unclosed_quote(const Scene& scene, uint32_t quote) {
  const uint32_t end = content_end(scene.text, line_at(scene.text, quote));
  return {SyntaxKind::Syntax,
          {end, end},
          Span{quote, quote + 1},
          say({"引号没有结束", "the quotation mark is not closed"}),
          say({"在这段文字最后补上同样的半角引号“{}”",
               "add the same mark “{}” at the end of this text"},
              scene.cut({quote, quote + 1}))};
}

SyntaxProblem explain_unclosed_quote(const Scene& scene) {
  return unclosed_quote(scene, scene.error.context_at.value_or(scene.at()));
}

SyntaxProblem explain_escape(const Scene& scene) {
  uint32_t at = scene.at();
  // Of a faulty code (\u12) libyaml names the first digit.
  if (scene.c() != '\\' && at >= 2) at -= 2;
  uint32_t end = std::min(at + 1, static_cast<uint32_t>(scene.text.size()));
  if (end < scene.text.size()) end += character_bytes(scene.text, end);
  while (at != scene.at() && end < scene.text.size() && end < at + 10 &&
         std::isxdigit(static_cast<unsigned char>(scene.text[end])))
    ++end;
  const auto quote = scene.error.context_at;
  return {SyntaxKind::Syntax,
          {at, end},
          quote ? std::optional(Span{*quote, *quote + 1}) : std::nullopt,
          say({"英文双引号内的“{}”不是有效的转义", "“{}” is no valid escape inside double quotes"},
              scene.cut({at, end})),
          say({"要写反斜杠本身，写两个“\\\\”，或改用英文单引号",
               "write two backslashes for one, or use single quotes"})};
}

}  // namespace catalog::yaml
