#include "cli/options.h"
#include "workspace/skeleton.h"

namespace catalog {

namespace {

struct InitArguments {
  std::string folder = ".";
  std::string title = "政务公开标准目录";
  std::string version;
  std::string keys = "en";
};

void run_init(InitArguments arguments, Context& context) {
  FileSystem& files = *context.files;
  if (arguments.version.empty()) {
    const auto today = context.today();
    if (!today) return;
    arguments.version = std::to_string(today->year()) + ".1";
  }
  const auto skeleton = workspace_skeleton(
      {arguments.title, arguments.version, arguments.keys == "zh" ? Lang::Zh : Lang::En},
      context.schemas);
  for (const SkeletonFile& file : skeleton) {
    const std::string path = join_path(arguments.folder, file.name);
    if (files.kind(path) != PathKind::Missing) {
      return context.fail(say(
          {"“{}”已经存在，没有改动任何文件。", "“{}” exists already; nothing was changed."}, path));
    }
  }
  for (const SkeletonFile& file : skeleton) {
    const std::string path = join_path(arguments.folder, file.name);
    if (!context.write(path, file.text)) return;
    context.print(path + "\n");
  }
  context.complain(say({"工作区已建立。接着请在 units.yaml 中填写单位，再用 catalog new 新建清单。",
                        "The workspace is made. Put your units into units.yaml, then make a list "
                        "with catalog new."}));
}

}  // namespace

void add_init(CLI::App& app, Context& context) {
  auto arguments = std::make_shared<InitArguments>();
  CLI::App* command =
      add_command(app, context, "init", {"新建工作区", "make a workspace"},
                  {"  catalog init\n  catalog init 上海 --title 上海市政务公开标准目录 --keys zh",
                   "  catalog init\n  catalog init shanghai --title 上海市政务公开标准目录"});
  command->add_option("FOLDER", arguments->folder,
                      context.say({"工作区的文件夹；缺省为当前文件夹",
                                   "the workspace's folder; by default the current one"}));
  command
      ->add_option("--title", arguments->title,
                   context.say({"目录的标题", "the catalogue's title"}))
      ->option_text("TITLE");
  command
      ->add_option("--version", arguments->version,
                   context.say({"版本号；缺省为今年的第一版，如 2026.1",
                                "the version; by default this year's first, as 2026.1"}))
      ->option_text("VERSION");
  command
      ->add_option("--keys", arguments->keys,
                   context.say({"键的语言：zh 或 en", "language of the keys: zh or en"}))
      ->option_text("LANG")
      ->check(CLI::IsMember({"zh", "en"}));
  command->callback([arguments, &context] { run_init(*arguments, context); });
}

}  // namespace catalog
