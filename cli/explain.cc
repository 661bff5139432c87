#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <string_view>

#include "cli/options.h"
#include "report/rule_pages.h"
#include "text/similarity.h"

namespace catalog {

namespace {

constexpr uint32_t kWidestText = 100;  // longer lines are hard to read

/// Cells to a line: COLUMNS, else the terminal's; 0 (no breaking) where there is no terminal.
uint32_t terminal_width() {
  uint32_t width = 0;
  if (const char* columns = std::getenv("COLUMNS")) {
    const std::string_view text(columns);
    std::from_chars(text.data(), text.data() + text.size(), width);
  } else if (winsize size{}; ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0) {
    width = size.ws_col;
  }
  return std::min(width, kWidestText);
}

void run_explain(const std::string& name, Context& context) {
  if (const Rule* rule = find_rule(name))
    return context.print(explain_text(*rule, context.lang, context.color_out, terminal_width()));
  std::vector<std::string_view> names;
  for (const Rule* rule : all_rules()) {
    names.push_back(rule->name);
    names.push_back(rule->title.zh);
  }
  if (const auto meant = did_you_mean(name, names)) {
    return context.fail(say(
        {"没有规则“{}”。是否指“{}”？", "There is no rule “{}”. Did you mean “{}”?"}, name, *meant));
  }
  context.fail(say({"没有规则“{}”：用 catalog rules 列出全部规则。",
                    "There is no rule “{}”: catalog rules lists them."},
                   name));
}

}  // namespace

void add_explain(CLI::App& app, Context& context) {
  auto name = std::make_shared<std::string>();
  CLI::App* command =
      add_command(app, context, "explain",
                  {"说明一条规则：查什么、为什么、依据何在、怎样改",
                   "explain a rule: what it reports, why, on what ground, and how to mend it"},
                  {"  catalog explain deadline-longer", "  catalog explain deadline-longer"});
  command
      ->add_option("RULE", *name,
                   context.say({"规则名，英文或中文", "the rule's name, English or Chinese"}))
      ->required();
  command->callback([name, &context] { run_explain(*name, context); });
}

}  // namespace catalog
