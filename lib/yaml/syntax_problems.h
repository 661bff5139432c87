#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "yaml/parse.h"

namespace catalog::yaml {

/// What libyaml said, with its marks already turned into bytes.
struct LibyamlError {
  std::string_view problem;
  std::string_view context;
  uint32_t at = 0;
  std::optional<uint32_t> context_at;
  Span last_scalar;  ///< the scalar read last before the error
  Style last_style = Style::Plain;
  std::optional<uint32_t>
      open_bracket;  ///< of the innermost flow collection that is not closed yet
};

/// Turns libyaml's error into a sentence for a clerk at the true place, judged from the text around
/// the marks.
SyntaxProblem explain(std::string_view text, const LibyamlError& error);
/// The problem strings of libyaml that have an explanation of their own, for the test that provokes
/// each.
std::vector<std::string_view> explained_problems();

SyntaxProblem second_document(Span at);
SyntaxProblem duplicate_anchor(Span at, Span first, std::string_view name);
SyntaxProblem undefined_alias(Span at, std::string_view name);
SyntaxProblem alias_inside_itself(Span at, Span anchor, std::string_view name);
SyntaxProblem out_of_memory();

}  // namespace catalog::yaml
