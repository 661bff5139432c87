#pragma once

#include <CLI/CLI.hpp>
#include <string>

#include "cli/context.h"

namespace catalog {

/// A subcommand with its description and an example at the foot of its help.
inline CLI::App* add_command(CLI::App& app, Context& context, const std::string& name,
                             Bilingual description, Bilingual examples) {
  CLI::App* command = app.add_subcommand(name, context.say(description));
  command->footer("\n" + context.say({"示例：", "Examples:"}) + "\n" + context.say(examples));
  return command;
}

}  // namespace catalog
