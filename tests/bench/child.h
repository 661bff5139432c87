#pragma once

#include <optional>
#include <string>
#include <vector>

namespace catalog::bench {

/// What one run of a command took, with all that it started.
struct Run {
  double wall = 0;        ///< seconds
  double cpu = 0;         ///< seconds, user and system, of all its threads
  double peak_bytes = 0;  ///< most memory at one time
  int exit_code = 0;      ///< 128 and the signal's number if a signal ended it
};

/// Runs a command to its end with its output thrown away; empty if it could not be started.
std::optional<Run> run_command(const std::vector<std::string>& words);

}  // namespace catalog::bench
