#pragma once

#include <string>
#include <string_view>

#include "yaml/lines.h"
#include "yaml/syntax_problems.h"

namespace catalog::yaml {

/// A syntax error with the text around it: what the explanations judge from.
struct Scene {
  std::string_view text;
  const LibyamlError& error;

  uint32_t at() const { return error.at; }
  char c() const { return char_at(error.at); }
  char char_at(uint32_t byte) const { return byte < text.size() ? text[byte] : '\0'; }
  Span line() const { return line_at(text, error.at); }
  /// One whole character at `byte` (empty at the end of the text).
  Span character(uint32_t byte) const;
  std::string_view cut(Span span) const { return text.substr(span.begin, span.size()); }
  /// The last byte before `byte` that is no blank and no line break, or '\0'.
  char visible_before(uint32_t byte) const;
  /// From `byte` to the end of its line's content, at least one character where there is one.
  Span rest_of_line(uint32_t byte) const;
};

// Explanations of brackets, quotes and lists in brackets.
SyntaxProblem explain_flow_separator(const Scene& scene);
SyntaxProblem explain_node_content(const Scene& scene);
SyntaxProblem explain_flow_colon(const Scene& scene);
SyntaxProblem explain_unclosed_quote(const Scene& scene);
SyntaxProblem explain_escape(const Scene& scene);

// Explanations of keys, colons, dashes and indentation.
SyntaxProblem explain_colon(const Scene& scene);
SyntaxProblem explain_missing_colon(const Scene& scene);
SyntaxProblem explain_expected_key(const Scene& scene);
SyntaxProblem explain_expected_dash(const Scene& scene);
SyntaxProblem explain_misplaced_dash(const Scene& scene);
SyntaxProblem explain_document_start(const Scene& scene);
SyntaxProblem explain_tab(const Scene& scene);

// Explanations of characters that mean something to YAML at the beginning of a text.
SyntaxProblem explain_first_character(const Scene& scene);
SyntaxProblem explain_sigil(const Scene& scene);
SyntaxProblem explain_directive(const Scene& scene);
SyntaxProblem explain_directive(const Scene& scene, Span line);

// Said from several places.
SyntaxProblem unclosed_quote(const Scene& scene, uint32_t quote);
SyntaxProblem colon_in_text(const Scene& scene, uint32_t colon);
SyntaxProblem reserved_first_character(const Scene& scene, uint32_t at);
/// Text behind a closing quote or bracket, a stray closing bracket, a quote closed too late: none
/// if it is none of these.
std::optional<SyntaxProblem> explain_after_value(const Scene& scene);

}  // namespace catalog::yaml
