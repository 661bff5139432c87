#pragma once

#include <string_view>

#include "rules/file_context.h"
#include "rules/rule.h"

namespace catalog {

/// A finding at a problem of reading: with its address, its key path and what was given.
Finding& report_problem(const FileContext& file, const Problem& problem, Message message,
                        Reporter& out);

/// Calls f(problem) for each problem of a kind.
template <class F>
void each_problem(const FileContext& file, ProblemKind kind, F&& f) {
  for (const Problem& problem : file.problems()) {
    if (problem.kind == kind) f(problem);
  }
}

/// The key as the file's language writes it; in messages in the other language with what it is
/// called there: “topic（一级事项）”.
Phrase key_phrase(const FileContext& file, const FieldInfo& field);

/// Puts `text` in the place of the problem's bytes.
Fix replacement(const Problem& problem, std::string text, bool safe);

/// Reports why a file can't be parsed, if it is for a reason of this kind.
void report_syntax(const FileContext& file, yaml::SyntaxKind kind, Reporter& out);

/// Reports the slips of this kind.
void report_slips(const FileContext& file, yaml::SlipKind kind, Reporter& out);

}  // namespace catalog
