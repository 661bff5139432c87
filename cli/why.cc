#include "workspace/why.h"

#include "cli/checked_workspace.h"
#include "cli/options.h"
#include "report/why_report.h"
#include "workspace/earlier_standards.h"

namespace catalog {

namespace {

struct WhyArguments {
  std::string address;
  std::string field;
  std::string format = "text";
  std::string workspace;
};

void run_why(const WhyArguments& arguments, Context& context) {
  const auto checked = checked_workspace(arguments.workspace, true, context);
  if (!checked) return;
  EarlierStandards earlier(checked->workspace());
  const auto chain = why(*checked->validated, arguments.address, arguments.field,
                         {.as_of = checked->checks.as_of, .earlier = earlier.finder()});
  if (!chain) return context.fail(chain.error());
  Sources sources(*context.files, &checked->workspace());
  context.print(arguments.format == "json" ? why_json(*chain, sources)
                                           : why_text(*chain, sources, context.lang));
}

}  // namespace

void add_why(CLI::App& app, Context& context) {
  auto arguments = std::make_shared<WhyArguments>();
  CLI::App* command = add_command(
      app, context, "why",
      {"一个值从何而来：指引 → 清单 → 标准 → 采用 → 目录，逐步列出文件和行",
       "where a value comes from: guideline → list → standard → adoption → catalogue, with file "
       "and line"},
      {"  catalog why 310104/social-assistance/6 公开时限\n"
       "  catalog why standard/social-assistance/6 publisher\n"
       "  catalog why 310104003/social-assistance/6 --format json",
       "  catalog why 310104/social-assistance/6 deadline\n"
       "  catalog why standard/social-assistance/6 publisher\n"
       "  catalog why 310104003/social-assistance/6 --format json"});
  command
      ->add_option("ADDRESS", arguments->address,
                   context.say({"地址：单位/领域/编号，或 standard/…、list/…、guideline/…",
                                "an address: UNIT/D/ID, or standard/…, list/…, guideline/…"}))
      ->required();
  command->add_option("FIELD", arguments->field,
                      context.say({"栏目，中文或英文；缺省为整个事项",
                                   "a field, in Chinese or English; by default the whole item"}));
  command
      ->add_option("--format", arguments->format,
                   context.say({"text（缺省）或 json", "text (default) or json"}))
      ->option_text("FORMAT")
      ->check(CLI::IsMember({"text", "json"}));
  add_workspace_option(*command, context, arguments->workspace);
  command->callback([arguments, &context] { run_why(*arguments, context); });
}

}  // namespace catalog
