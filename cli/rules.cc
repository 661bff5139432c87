#include "cli/options.h"
#include "report/rule_pages.h"

namespace catalog {

namespace {

struct RulesArguments {
  std::string format = "text";
  std::string family;
};

void run_rules(const RulesArguments& arguments, Context& context) {
  std::vector<const Rule*> chosen;
  for (const Rule* rule : all_rules()) {
    const Bilingual family = family_word(rule->family);
    if (arguments.family.empty() || arguments.family == family.en || arguments.family == family.zh)
      chosen.push_back(rule);
  }
  if (chosen.empty()) {
    return context.fail(
        say({"没有“{}”这一类规则；可用的有 form、guideline、reference 等，见 catalog rules",
             "There is no family “{}” of rules; see catalog rules"},
            arguments.family));
  }
  if (arguments.format == "json") return context.print(rules_json(chosen));
  if (arguments.format == "markdown") return context.print(rules_markdown(chosen, context.lang));
  context.print(rules_text(chosen, context.lang));
}

}  // namespace

void add_rules(CLI::App& app, Context& context) {
  auto arguments = std::make_shared<RulesArguments>();
  CLI::App* command = add_command(
      app, context, "rules", {"列出全部规则", "list the rules"},
      {"  catalog rules\n  catalog rules --family guideline\n  catalog rules --format markdown",
       "  catalog rules\n  catalog rules --family guideline\n  catalog rules --format markdown"});
  command
      ->add_option("--family", arguments->family,
                   context.say({"只列一类，如 form、guideline、reference",
                                "one family only, as form, guideline, reference"}))
      ->option_text("FAMILY");
  command
      ->add_option("--format", arguments->format,
                   context.say({"text、json 或 markdown", "text, json or markdown"}))
      ->option_text("FORMAT")
      ->check(CLI::IsMember({"text", "json", "markdown"}));
  command->callback([arguments, &context] { run_rules(*arguments, context); });
}

}  // namespace catalog
