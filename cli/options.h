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

/// --workspace of the commands that work on one.
inline void add_workspace_option(CLI::App& command, const Context& context, std::string& folder) {
  command
      .add_option("--workspace", folder,
                  context.say({"工作区；缺省为当前文件夹所在的工作区",
                               "the workspace; by default the one around the current folder"}))
      ->option_text("FOLDER");
}

}  // namespace catalog
