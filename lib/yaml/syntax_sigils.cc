// Explanations of characters that mean something to YAML at the beginning of a text.

#include <algorithm>

#include "yaml/syntax_scene.h"

namespace catalog::yaml {

namespace {

/// The text that `at` begins, to the end of its entry in a flow list or of its line.
Span text_from(const Scene& scene, uint32_t at) {
  Span span = scene.rest_of_line(at);
  if (!scene.error.open_bracket) return span;
  const size_t stop = scene.text.find_first_of(",]}", at + 1);
  if (stop < span.end) span.end = std::max(at + 1, static_cast<uint32_t>(stop));
  return span;
}

}  // namespace

SyntaxProblem reserved_first_character(const Scene& scene, uint32_t at) {
  const std::string_view character = scene.cut(scene.character(at));
  if (character == "?" || character == "-") {
    return {SyntaxKind::Syntax,
            text_from(scene, at),
            {},
            say({"未加引号的文字不能以“{}”加空格开头",
                 "an unquoted text cannot begin with “{}” and a space"},
                character),
            say({"用英文双引号把这段文字括起来", "put this text in double quotes"})};
  }
  return {
      SyntaxKind::Syntax,
      text_from(scene, at),
      {},
      say({"未加引号的文字不能以“{}”开头", "an unquoted text cannot begin with “{}”"}, character),
      say({"用英文双引号把这段文字括起来", "put this text in double quotes"})};
}

SyntaxProblem explain_first_character(const Scene& scene) {
  if (scene.c() == '\t') return explain_tab(scene);
  return reserved_first_character(scene, scene.at());
}

SyntaxProblem explain_sigil(const Scene& scene) {
  return reserved_first_character(scene, scene.error.context_at.value_or(scene.at()));
}

SyntaxProblem explain_directive(const Scene& scene) {
  return explain_directive(scene, line_at(scene.text, scene.error.context_at.value_or(scene.at())));
}

SyntaxProblem explain_directive(const Scene& scene, Span line) {
  return {SyntaxKind::Syntax,
          {line.begin, std::max(line.begin, content_end(scene.text, line))},
          {},
          say({"以“%”开头的行是 YAML 指令，此行无法识别",
               "a line that begins with “%” is a YAML directive; this one cannot be understood"}),
          say({"删除此行；如果是正文，用英文双引号括起来",
               "delete it; if it is text, put it in double quotes"})};
}

}  // namespace catalog::yaml
