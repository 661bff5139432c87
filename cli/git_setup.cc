#include "merge/git_setup.h"

#include <cstdlib>

#include "cli/options.h"

namespace catalog {

namespace {

struct GitSetupArguments {
  GitSetupRequest request;
  bool check = false;
};

void run_git_setup(GitSetupArguments& arguments, Context& context) {
  const auto plan = plan_git_setup(*context.files, arguments.request);
  if (!plan) return context.fail(plan.error());
  if (!arguments.check) {
    if (const auto done = apply_git_setup(*context.files, *plan, arguments.request); !done)
      return context.fail(done.error());
  }
  std::string out;
  for (const GitSetting& setting : plan->settings) {
    const Bilingual state = setting.there     ? Bilingual{"已有", "there"}
                            : arguments.check ? Bilingual{"缺少", "missing"}
                                              : Bilingual{"已写", "written"};
    out += context.say(state) + "  " + setting.where + ": " + setting.what + "\n";
  }
  context.print(out);
  if (arguments.check && !plan->complete() && context.exit == Exit::Done)
    context.exit = Exit::Findings;
}

}  // namespace

void add_git_setup(CLI::App& app, Context& context) {
  auto arguments = std::make_shared<GitSetupArguments>();
  CLI::App* command = add_command(
      app, context, "git-setup",
      {"让 git 用 catalog 合并事项清单和标准目录：写 .gitattributes 和 git 配置",
       "let git merge lists and standards with catalog: writes .gitattributes and git's "
       "configuration"},
      {"  catalog git-setup            在当前仓库写入，重复运行不再改动\n"
       "  catalog git-setup --check    只看是否已写好，缺少时退出码为 1",
       "  catalog git-setup            in this repository; a second time changes nothing\n"
       "  catalog git-setup --check    look only; exit code 1 where something is missing"});
  command->add_option("FOLDER", arguments->request.folder,
                      context.say({"仓库里的文件夹，缺省为当前文件夹",
                                   "a folder in the repository, by default the current one"}));
  command->add_flag("--check", arguments->check,
                    context.say({"只检查，不写入", "look only, write nothing"}));
  command->add_flag("--global", arguments->request.global,
                    context.say({"写入用户的 git 配置，对所有仓库有效",
                                 "write the user's configuration, for all repositories"}));
  command
      ->add_option("--program", arguments->request.program,
                   context.say({"git 运行的命令，缺省为 catalog",
                                "what git runs, by default "
                                "catalog"}))
      ->option_text("COMMAND")
      ->default_str("catalog");
  command->callback([arguments, &app, &context] {
    if (arguments->request.program.empty()) arguments->request.program = "catalog";
    for (const CLI::App* diff :
         app.get_subcommands([](CLI::App* other) { return other->get_name() == "diff"; }))
      arguments->request.diff_driver = diff->get_option_no_throw("--driver") != nullptr;
    run_git_setup(*arguments, context);
  });
}

}  // namespace catalog
