#pragma once

#include <CLI/CLI.hpp>

#include "text/message.h"

namespace catalog {

/// A parse error of the command line in the user's language, with what was perhaps meant and where
/// help is.
Message usage_message(const CLI::App& app, const CLI::ParseError& error, int argc, char** argv);

}  // namespace catalog
