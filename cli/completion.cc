#include "cli/command_pages.h"
#include "cli/options.h"

namespace catalog {

void add_completion(CLI::App& app, Context& context) {
  auto shell = std::make_shared<std::string>();
  CLI::App* command = add_command(
      app, context, "completion", {"输出命令补全脚本", "print a completion script"},
      {"  catalog completion bash > ~/.local/share/bash-completion/completions/catalog",
       "  catalog completion bash > ~/.local/share/bash-completion/completions/catalog"});
  command->add_option("SHELL", *shell, context.say({"bash、zsh 或 fish", "bash, zsh or fish"}))
      ->required()
      ->check(CLI::IsMember({"bash", "zsh", "fish"}));
  command->callback([shell, &app, &context] { context.print(completion_script(app, *shell)); });
}

}  // namespace catalog
