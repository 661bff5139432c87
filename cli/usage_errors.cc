#include "cli/usage_errors.h"

#include <string>
#include <vector>

#include "text/similarity.h"

namespace catalog {

namespace {

/// The deepest command that was named before the error.
const CLI::App* command_of(const CLI::App& app) {
  const auto parsed = app.get_subcommands();
  return parsed.empty() ? &app : parsed.front();
}

std::vector<std::string> option_names(const CLI::App* command) {
  std::vector<std::string> names;
  for (const CLI::App* at = command; at; at = at->get_parent()) {
    for (const CLI::Option* option : at->get_options([](const CLI::Option*) { return true; })) {
      for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
    }
  }
  return names;
}

std::vector<std::string> command_names(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; }))
    names.push_back(command->get_name());
  return names;
}

Phrase perhaps(std::string_view word, const std::vector<std::string>& known) {
  const std::vector<std::string_view> candidates(known.begin(), known.end());
  const auto meant = did_you_mean(word, candidates);
  if (!meant) return Phrase("", "");
  return Phrase("是否指“" + std::string(*meant) + "”？",
                " Did you mean “" + std::string(*meant) + "”?");
}

}  // namespace

Message usage_message(const CLI::App& app, const CLI::ParseError& error, int argc, char** argv) {
  const CLI::App* command = command_of(app);
  const std::string help =
      command == &app ? "catalog --help" : "catalog " + command->get_name() + " --help";
  // The first word that CLI11 could not place.
  for (const std::string& word : app.remaining(true)) {
    if (word.starts_with("-") && word != "-") {
      const std::string name = word.substr(0, word.find('='));
      return say({"没有选项“{0}”。{1}用法见 {2}", "There is no option “{0}”.{1} See {2}."}, name,
                 perhaps(name, option_names(command)), help);
    }
    if (command == &app) {
      return say({"没有命令“{0}”。{1}用法见 {2}", "There is no command “{0}”.{1} See {2}."}, word,
                 perhaps(word, command_names(app)), help);
    }
    return say({"多余的参数“{0}”。用法见 {1}", "“{0}” is one argument too many. See {1}."}, word,
               help);
  }
  (void)argc, (void)argv;
  const std::string detail = error.what();
  if (dynamic_cast<const CLI::RequiredError*>(&error))
    return say({"缺少必需的参数：{0}。用法见 {1}", "A required argument is missing: {0}. See {1}."},
               detail, help);
  if (dynamic_cast<const CLI::ArgumentMismatch*>(&error))
    return say({"选项的参数个数不对：{0}。用法见 {1}",
                "An option has too few or too many values: {0}. See {1}."},
               detail, help);
  if (dynamic_cast<const CLI::ValidationError*>(&error) ||
      dynamic_cast<const CLI::ConversionError*>(&error)) {
    return say({"选项的取值不对：{0}。用法见 {1}", "An option's value will not do: {0}. See {1}."},
               detail, help);
  }
  return say({"用法不对：{0}。用法见 {1}", "That is no right usage: {0}. See {1}."}, detail, help);
}

}  // namespace catalog
