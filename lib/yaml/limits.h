#pragma once

#include "yaml/parse.h"

namespace catalog::yaml {

// What is said when a file takes more than its limits; `at` is where the limit was passed.
SyntaxProblem too_many_bytes(size_t bytes, const Limits& limits);
SyntaxProblem too_deep(Span at, const Limits& limits);
SyntaxProblem too_many_nodes(Span at, const Limits& limits);
SyntaxProblem too_long_scalar(Span at, const Limits& limits);
SyntaxProblem too_many_pairs(Span at, const Limits& limits);
SyntaxProblem too_many_aliases(Span at, const Limits& limits);
SyntaxProblem too_much_expansion(Span at, const Limits& limits);

}  // namespace catalog::yaml
