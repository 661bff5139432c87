#pragma once

#include <CLI/CLI.hpp>
#include <string>

#include "cli/context.h"

namespace catalog {

// Pages that are made from the command line's own description, so that they say what the program
// does.

/// The manual page (roff, section 1) of the whole program or of one command.
std::string man_page(const CLI::App& app, const CLI::App& command, const Context& context);
/// A completion script; `shell` is bash, zsh or fish.
std::string completion_script(const CLI::App& app, std::string_view shell);

}  // namespace catalog
