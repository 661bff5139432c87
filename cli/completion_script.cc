#include "cli/command_pages.h"

namespace catalog {

namespace {

std::vector<const CLI::App*> commands_of(const CLI::App& app) {
  return app.get_subcommands([](const CLI::App* command) { return !command->get_group().empty(); });
}

std::string options_of(const CLI::App& command) {
  std::string out;
  for (const CLI::App* at = &command; at; at = at->get_parent()) {
    for (const CLI::Option* option : at->get_options([](const CLI::Option*) { return true; })) {
      for (const std::string& name : option->get_lnames())
        out += (out.empty() ? "--" : " --") + name;
    }
  }
  return out;
}

std::string bash_script(const CLI::App& app) {
  std::string names, cases;
  for (const CLI::App* command : commands_of(app)) {
    names += (names.empty() ? "" : " ") + command->get_name();
    cases += "    " + command->get_name() + ") options='" + options_of(*command) + "' ;;\n";
  }
  return "# bash completion for catalog\n"
         "_catalog() {\n"
         "  local word=${COMP_WORDS[COMP_CWORD]} options='' at\n"
         "  for ((at = 1; at < COMP_CWORD; at++)); do\n"
         "    case ${COMP_WORDS[at]} in\n" +
         cases +
         "    *) continue ;;\n"
         "    esac\n"
         "    break\n"
         "  done\n"
         "  if [[ -z $options && $word != -* ]]; then\n"
         "    COMPREPLY=($(compgen -W '" +
         names +
         "' -- \"$word\"))\n"
         "  elif [[ $word == -* ]]; then\n"
         "    COMPREPLY=($(compgen -W \"${options:-" +
         options_of(app) +
         "}\" -- \"$word\"))\n"
         "  else\n"
         "    COMPREPLY=($(compgen -f -- \"$word\"))\n"
         "  fi\n"
         "}\n"
         "complete -o filenames -F _catalog catalog\n";
}

std::string zsh_script(const CLI::App& app) {
  return "#compdef catalog\n# zsh completion for catalog\nautoload -U +X bashcompinit && "
         "bashcompinit\n" +
         bash_script(app);
}

std::string fish_script(const CLI::App& app) {
  std::string out = "# fish completion for catalog\n";
  const auto quoted = [](std::string text) {
    for (size_t at = 0; (at = text.find('\'', at)) != text.npos; at += 2) text.insert(at, "\\");
    return "'" + text + "'";
  };
  for (const CLI::App* command : commands_of(app)) {
    out += "complete -c catalog -f -n __fish_use_subcommand -a " + command->get_name() + " -d " +
           quoted(command->get_description()) + "\n";
    for (const CLI::Option* option :
         command->get_options([](const CLI::Option*) { return true; })) {
      for (const std::string& name : option->get_lnames()) {
        out += "complete -c catalog -n '__fish_seen_subcommand_from " + command->get_name() +
               "' -l " + name + " -d " + quoted(option->get_description()) + "\n";
      }
    }
  }
  return out;
}

}  // namespace

std::string completion_script(const CLI::App& app, std::string_view shell) {
  if (shell == "zsh") return zsh_script(app);
  if (shell == "fish") return fish_script(app);
  return bash_script(app);
}

}  // namespace catalog
