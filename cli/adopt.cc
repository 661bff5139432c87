#include "workspace/adopt.h"

#include "cli/checked_workspace.h"
#include "cli/options.h"
#include "model/schema.h"
#include "report/adopt_report.h"
#include "report/unified_diff.h"
#include "workspace/earlier_standards.h"

namespace catalog {

namespace {

struct AdoptArguments {
  AdoptRequest request;
  std::string keys = "en";
  std::string workspace;
  bool dry_run = false;
  bool check = false;
};

/// Writes the files, or shows what would be written.
bool write_or_show(const AdoptPlan& plan, const AdoptArguments& arguments, Context& context) {
  if (!arguments.dry_run && !arguments.check) {
    std::vector<FileBytes> files;
    for (const AdoptedFile& file : plan.files) files.push_back({file.path, file.after});
    if (const auto written = write_all(*context.files, std::move(files)); !written) {
      context.fail(written.error());
      return false;
    }
  }
  for (const AdoptedFile& file : plan.files)
    context.print(arguments.dry_run ? unified_diff(file.path, file.before, file.after)
                                    : file.path + "\n");
  return true;
}

void sum_up(const AdoptPlan& plan, const AdoptArguments& arguments, Context& context) {
  const size_t changed = plan.files.size(), same = plan.looked_at - changed;
  if (arguments.dry_run || arguments.check) {
    context.complain(say({"将写入{}份采用，{}份不变，{}处要重新判断；没有写入。",
                          "{} adoptions would be written, {} are as they should be, {} points need "
                          "judgement; nothing was written."},
                         changed, same, plan.judgements.size()));
  } else {
    context.complain(say({"已写入{}份采用，{}份不变，{}处要重新判断。",
                          "{} adoptions were written, {} are as they should be, {} points need "
                          "judgement."},
                         changed, same, plan.judgements.size()));
  }
  if (arguments.check && changed > 0 && context.exit == Exit::Done) context.exit = Exit::Findings;
}

void run_adopt(AdoptArguments arguments, Context& context) {
  if (arguments.request.units.empty() && !arguments.request.all_units) {
    return context.fail(say({"请给出单位，或用 --all-units", "Give a unit, or --all-units"}));
  }
  const auto checked = checked_workspace(arguments.workspace, true, context);
  if (!checked) return;
  arguments.request.keys = arguments.keys == "zh" ? Lang::Zh : Lang::En;
  arguments.request.schema = join_path(context.schemas, schema_file_name(Kind::Adoption));
  EarlierStandards earlier(checked->workspace());
  const auto plan = plan_adoptions(checked->workspace(), *context.files, arguments.request,
                                   checked->checks.as_of, earlier.finder());
  if (!plan) return context.fail(plan.error());
  Sources sources(*context.files, &checked->workspace());
  const std::string report = adopt_text(*plan, checked->workspace(), sources, context.lang);
  if (!write_or_show(*plan, arguments, context)) return;
  context.print(report);
  sum_up(*plan, arguments, context);
}

}  // namespace

void add_adopt(CLI::App& app, Context& context) {
  auto arguments = std::make_shared<AdoptArguments>();
  CLI::App* command = add_command(
      app, context, "adopt",
      {"建立各单位的采用，或改采标准的现行版本",
       "make units' adoptions, or raise them to the "
       "standards' current versions"},
      {"  catalog adopt --all-units                   各区都有采用，都是现行版本\n"
       "  catalog adopt 310104 --to 2020.2 --dry-run  先看差异\n"
       "  catalog adopt --all-units --check           有要写的，退出码为 1",
       "  catalog adopt --all-units                   every district adopts the current versions\n"
       "  catalog adopt 310104 --to 2020.2 --dry-run  see the difference first\n"
       "  catalog adopt --all-units --check           exit code 1 if anything would be written"});
  command->add_option("UNIT", arguments->request.units,
                      context.say({"单位的代码或名称", "codes or names of units"}));
  command->add_flag("--all-units", arguments->request.all_units,
                    context.say({"所有的区，以及已有采用的单位",
                                 "all districts, and all units that have an adoption"}));
  command
      ->add_option("--to", arguments->request.to,
                   context.say({"只改采现行版本为该版的标准；缺省为各标准的现行版本",
                                "raise only to standards of this version; by default to each one's "
                                "current version"}))
      ->option_text("VERSION");
  command
      ->add_option(
          "--keys", arguments->keys,
          context.say({"新文件的键的语言：zh 或 en", "language of new files' keys: zh or en"}))
      ->option_text("LANG")
      ->check(CLI::IsMember({"zh", "en"}));
  add_workspace_option(*command, context, arguments->workspace);
  command->add_flag("--dry-run", arguments->dry_run,
                    context.say({"只显示差异，不写入", "show the difference, write nothing"}));
  command->add_flag("--check", arguments->check,
                    context.say({"不写入；有要写的，退出码为 1",
                                 "write nothing; exit code 1 if anything would be written"}));
  command->callback([arguments, &context] { run_adopt(*arguments, context); });
}

}  // namespace catalog
