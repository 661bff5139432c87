#pragma once

#include <optional>
#include <string>
#include <vector>

namespace catalog {

/// What a program printed to standard output, and its exit code.
struct ProgramRun {
  std::string output;
  int exit_code = 0;
};

/// Runs a program found in PATH (git) with the caller's environment and standard error; nothing
/// where it can't be run.
std::optional<ProgramRun> run_program(std::vector<std::string> words);

}  // namespace catalog
