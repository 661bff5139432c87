#include "cli/options.h"
#include "cli/workspace_paths.h"
#include "model/schema.h"
#include "model/writer.h"
#include "workspace/draft.h"
#include "workspace/load_reference.h"

namespace catalog {

namespace {

struct NewArguments {
  DraftRequest request;
  std::string keys = "en";
  std::string output;
  std::string workspace;
  bool force = false;
};

void run_new(NewArguments arguments, Context& context) {
  arguments.request.keys = arguments.keys == "zh" ? Lang::Zh : Lang::En;
  const auto root = workspace_root(*context.files, arguments.workspace);
  if (!root) return context.fail(root.error());
  const auto workspace = load_sound_workspace(
      *context.files, *root, {.builtin = context.builtin, .threads = context.threads});
  if (!workspace) return context.fail(workspace.error());
  const auto drafted = draft_list(**workspace, arguments.request);
  if (!drafted) return context.fail(drafted.error());

  const std::string path =
      arguments.output.empty() ? join_path(*root, draft_path(arguments.request)) : arguments.output;
  if (path != "-" && !arguments.force && context.files->kind(path) != PathKind::Missing) {
    return context.fail(say({"“{}”已经存在，没有改动：要覆盖请加 --force。",
                             "“{}” exists already and was left as it is; --force writes over it."},
                            path));
  }
  const std::string schema = join_path(context.schemas, schema_file_name(Kind::List));
  if (!context.write(path, schema_comment(schema) + yaml::emit(*drafted))) return;
  if (path != "-")
    context.complain(
        say({"已写入“{}”。接着请填写本单位的内容，再运行 catalog validate {}",
             "“{}” was written. Fill in what is your unit's own, then run catalog validate {}"},
            path, path));
}

}  // namespace

void add_new(CLI::App& app, Context& context) {
  auto arguments = std::make_shared<NewArguments>();
  CLI::App* command = add_command(
      app, context, "new",
      {"按标准指引为一个单位新建事项清单", "make a list for a unit, pre-filled from the guideline"},
      {"  catalog new --domain social-assistance --unit 310104\n  catalog new --domain "
       "elderly-care --unit 310104003 --keys zh -o -",
       "  catalog new --domain social-assistance --unit 310104\n  catalog new --domain "
       "elderly-care --unit 310104003 --keys zh -o -"});
  command
      ->add_option("--domain", arguments->request.domain, context.say({"领域代号", "the domain"}))
      ->required()
      ->option_text("DOMAIN");
  command
      ->add_option("--unit", arguments->request.unit, context.say({"单位代码", "the unit's code"}))
      ->required()
      ->option_text("CODE");
  command
      ->add_option("--keys", arguments->keys,
                   context.say({"键的语言：zh 或 en", "language of the keys: zh or en"}))
      ->option_text("LANG")
      ->check(CLI::IsMember({"zh", "en"}));
  command
      ->add_option(
          "-o,--output", arguments->output,
          context.say(
              {"写入的文件，“-”为标准输出；缺省为 lists/单位/领域.yaml",
               "the file to write, - for standard output; by default lists/UNIT/DOMAIN.yaml"}))
      ->option_text("FILE");
  add_workspace_option(*command, context, arguments->workspace);
  command->add_flag("--force", arguments->force,
                    context.say({"覆盖已有的文件", "write over a file that exists"}));
  command->callback([arguments, &context] { run_new(*arguments, context); });
}

}  // namespace catalog
