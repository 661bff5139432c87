#include <unistd.h>

#include <clocale>
#include <cstdlib>
#include <exception>
#include <new>
#include <string_view>

#include "cli/installation.h"
#include "cli/options.h"
#include "cli/usage_errors.h"
#include "report/version.h"
#include "source/allocator.h"

namespace catalog {

namespace {

std::string_view environment(const char* name) {
  const char* value = std::getenv(name);
  return value ? value : "";
}

/// --lang, else CATALOG_LANG, else the locale. Looked up before parsing, as the help's texts depend
/// on it.
Lang language(int argc, char** argv) {
  std::string_view asked = environment("CATALOG_LANG");
  for (int i = 1; i < argc; i++) {
    const std::string_view argument = argv[i];
    if (argument == "--lang" && i + 1 < argc) asked = argv[i + 1];
    if (argument.starts_with("--lang=")) asked = argument.substr(7);
  }
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    if (asked.empty()) asked = environment(name);
  }
  return asked.starts_with("zh") ? Lang::Zh : Lang::En;
}

bool wants_color(std::string_view asked, int stream) {
  if (asked == "always") return true;
  return asked != "never" && environment("NO_COLOR").empty() && environment("TERM") != "dumb" &&
         isatty(stream);
}

/// Options that every command takes, before or behind its name.
struct CommonArguments {
  std::string lang;
  std::string color = "auto";
  std::string as_of;
  unsigned threads = 0;
};

void add_common(CLI::App& app, Context& context, CommonArguments& arguments) {
  app.fallthrough();
  app.add_option("--lang", arguments.lang, context.say({"语言：zh 或 en", "language: zh or en"}))
      ->option_text("LANG")
      ->check(CLI::IsMember({"zh", "en"}));
  app.add_option("--color", arguments.color,
                 context.say({"颜色：auto、always 或 never", "colour: auto, always or never"}))
      ->option_text("WHEN")
      ->check(CLI::IsMember({"auto", "always", "never"}));
  app.add_option(
         "--as-of", arguments.as_of,
         context.say({"以该日为今天（年-月-日）", "take this day for today (year-month-day)"}))
      ->option_text("DATE");
  app.add_option("--threads", arguments.threads,
                 context.say({"线程数；缺省为处理器数",
                              "number of threads; by default that of processors"}))
      ->option_text("N")
      ->check(CLI::Range(0, 256));
}

void add_commands(CLI::App& app, Context& context) {
  add_init(app, context);
  add_new(app, context);
  add_validate(app, context);
  add_diff(app, context);
  add_adjust(app, context);
  add_log(app, context);
  add_release(app, context);
  add_impact(app, context);
  add_fmt(app, context);
  add_confirm(app, context);
  add_build(app, context);
  add_verify(app, context);
  add_resolve(app, context);
  add_why(app, context);
  add_adopt(app, context);
  add_merge(app, context);
  add_git_setup(app, context);
  add_rules(app, context);
  add_explain(app, context);
  add_schema(app, context);
  add_completion(app, context);
  add_man(app, context);
}

int run(int argc, char** argv) {
  Context context;
  context.lang = language(argc, argv);
  context.files = &disk();
  const Installation installed = find_installation(disk());
  context.builtin = installed.national;
  context.schemas = installed.schemas;

  CLI::App app(
      context.say({"catalog 编制政务公开标准目录：以 YAML 编写，由机器检查、合并、比较和发布。",
                   "catalog compiles disclosure standards catalogues (政务公开标准目录): written "
                   "in YAML, checked, merged, compared and published."}),
      "catalog");
  app.set_version_flag("--version", "catalog " + std::string(kVersion),
                       context.say({"版本", "the version"}));
  app.set_help_flag("-h,--help", context.say({"帮助", "this help"}));
  app.require_subcommand(0, 1);
  CommonArguments arguments;
  add_common(app, context, arguments);
  // Runs before the command's own callback.
  app.parse_complete_callback([&] {
    context.color_out = wants_color(arguments.color, STDOUT_FILENO);
    context.color_err = wants_color(arguments.color, STDERR_FILENO);
    context.threads = arguments.threads;
    if (!arguments.as_of.empty()) context.as_of = arguments.as_of;
  });
  add_commands(app, context);

  if (argc == 1) {
    context.print(app.help());
    return static_cast<int>(Exit::Failed);
  }
  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& success) {  // --help and --version
    return app.exit(success);
  } catch (const CLI::ParseError& error) {
    context.complain(usage_message(app, error, argc, argv));
    return static_cast<int>(Exit::Failed);
  }
  return static_cast<int>(context.exit);
}

}  // namespace

}  // namespace catalog

int main(int argc, char** argv) {
  catalog::return_memory_early();
  try {
    return catalog::run(argc, argv);
  } catch (const std::bad_alloc&) {
    std::fputs("catalog: 内存不足 / out of memory\n", stderr);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "catalog: 内部错误，请报告 / internal error, please report: %s\n",
                 error.what());
  }
  return static_cast<int>(catalog::Exit::Failed);
}
