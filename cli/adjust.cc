#include <CLI/CLI.hpp>

#include "cli/options.h"
#include "diff/adjustment_stubs.h"
#include "diff/explain.h"
#include "diff/sides.h"

namespace catalog {

namespace {

struct AdjustArguments {
  std::vector<std::string> sides;
  std::string output;
};

/// The adjustments of the newer version, else adjustments.yaml at its root.
std::string adjustments_path(const AdjustArguments& arguments, const Workspace& now) {
  if (!arguments.output.empty()) return arguments.output;
  if (!now.adjustments.empty()) return std::string(now.adjustments.front().file.view());
  return join_path(now.root, "adjustments.yaml");
}

void run_adjust(const AdjustArguments& arguments, Context& context) {
  const auto sides = find_sides(*context.files, arguments.sides);
  if (!sides) return context.fail(sides.error());
  const auto loaded = load_sides(*sides, {.builtin = context.builtin, .threads = context.threads});
  if (!loaded) return context.fail(loaded.error());
  const Workspace& now = *loaded->after.workspace;
  VersionDiff diff = compare_versions(loaded->before.set, loaded->after.set,
                                      {now.vocabulary, now.calendar, now.legal}, now);
  explain_changes(diff, now, loaded->after.set);
  const auto missing = unexplained_changes(diff);
  const std::string path = adjustments_path(arguments, now);
  if (missing.empty()) {
    return context.complain(say(
        {"没有缺少理由的缩小，“{}”不变。", "No loss lacks a reason; “{}” stays as it is."}, path));
  }
  std::string text;
  if (context.files->kind(path) == PathKind::File) {
    auto read = context.files->read(path);
    if (!read) return context.fail(read.error());
    text = std::move(*read);
  }
  const auto made = add_stubs(text, missing, now.config.version.view(), context.lang);
  if (!made) return context.fail(made.error());
  if (*made != text && !context.write(path, *made)) return;
  context.complain(say({"{}处缩小没有理由，已列入“{}”：请填写理由和依据。",
                        "{} losses lack a reason and stand in “{}”: fill in reason and basis."},
                       missing.size(), path));
}

}  // namespace

void add_adjust(CLI::App& app, Context& context) {
  auto arguments = std::make_shared<AdjustArguments>();
  CLI::App* command =
      add_command(app, context, "adjust",
                  {"为没有理由的缩小列出待填的动态调整记录",
                   "write the stubs of adjustments for losses without a reason"},
                  {"  catalog adjust 2020.1                              与git标签2020.1相比\n"
                   "  catalog adjust old new --output adjustments.yaml",
                   "  catalog adjust 2020.1                              against the tag 2020.1\n"
                   "  catalog adjust old new --output adjustments.yaml"});
  command
      ->add_option("SIDES", arguments->sides,
                   context.say({"旧版和新版，写法同 catalog diff",
                                "OLD and NEW, as catalog diff takes them"}))
      ->expected(0, 2)
      ->option_text("OLD NEW");
  command
      ->add_option("--output", arguments->output,
                   context.say({"写入该文件；缺省为工作区的动态调整文件",
                                "the file to write; by default the workspace's adjustments"}))
      ->option_text("FILE");
  command->callback([arguments, &context] { run_adjust(*arguments, context); });
}

}  // namespace catalog
