#pragma once

#include <cstddef>
#include <expected>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "source/file_system.h"

namespace catalog {

/// How a program that was run came out.
struct ChildRun {
  int status = 0;        ///< its exit code; 128 + the signal that ended it
  bool stopped = false;  ///< ended because nothing went on for too long
  std::string output;    ///< what it printed on both streams
};

/// A program to run, without a shell.
struct ChildCommand {
  std::vector<std::string> words;      ///< the program and its arguments
  std::vector<std::string> variables;  ///< NAME=VALUE, in place of those of the environment
  unsigned patience_seconds = 0;       ///< how long it may go on without a sign of life
  /// Something that changes while the program gets on, asked about each second; what it prints is
  /// a sign as well.
  std::function<size_t()> progress{};
};

/// Runs a program to its end, or ends it with all that it has started where there is no sign of
/// life for too long.
std::expected<ChildRun, IoError> run_child(const ChildCommand& command);

/// The program of this name in the folders of PATH.
std::optional<std::string> find_program(std::string_view name);

}  // namespace catalog
