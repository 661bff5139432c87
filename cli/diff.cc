#include <unistd.h>

#include <CLI/CLI.hpp>

#include "cli/options.h"
#include "cli/reports.h"
#include "diff/explain.h"
#include "diff/select.h"
#include "diff/sides.h"
#include "publish/read_published.h"
#include "report/change_formats.h"
#include "report/driver_diff.h"

namespace catalog {

namespace {

/// What the command line of `diff` says.
struct DiffArguments {
  std::vector<std::string> sides;
  std::string format = "text";
  std::string output = "-";
  std::vector<std::string> reports;
  std::string fail_on = "never";
  std::vector<std::string> only;
  ChangeSelection selection;
  bool stat = false;
  bool driver = false;
};

bool read_words(DiffArguments& arguments, std::optional<Gate>& gate, Context& context) {
  gate = gate_of_word(arguments.fail_on);
  if (!gate) {
    context.fail(say({"--fail-on 只能是 narrowed、unexplained、any 或 never",
                      "--fail-on is narrowed, unexplained, any or never"}));
    return false;
  }
  if (arguments.stat) arguments.format = "stat";
  for (const std::string& word : arguments.only) {
    const auto of = class_of_word(word);
    if (!of) {
      context.fail(say({"--only 只能是 narrowed、widened、changed 或 editorial，不是“{}”",
                        "--only is narrowed, widened, changed or editorial, not “{}”"},
                       word));
      return false;
    }
    arguments.selection.classes.push_back(*of);
  }
  return true;
}

/// FORMAT=FILE pairs, and the terminal's format, which must be known.
std::optional<std::vector<ReportTarget>> targets_of(const DiffArguments& arguments,
                                                    Context& context) {
  std::vector<ReportTarget> out{{arguments.format, arguments.output}};
  for (const std::string& report : arguments.reports) {
    const size_t sign = report.find('=');
    out.push_back({report.substr(0, sign), sign == report.npos ? "" : report.substr(sign + 1)});
  }
  for (const ReportTarget& target : out) {
    if (is_change_format(target.format) && !target.file.empty()) continue;
    context.fail(say({"“{}”不是输出格式；可用：{}；写入文件用 --report 格式=文件",
                      "“{}” is no format; there are: {}; into a file: --report FORMAT=FILE"},
                     target.format, change_format_names()));
    return std::nullopt;
  }
  if (is_binary_change_format(arguments.format) && arguments.output == "-" &&
      ::isatty(STDOUT_FILENO)) {
    context.fail(say({"{}不能显示在终端：请写 -o 文件", "{} is not for a terminal: write -o FILE"},
                     arguments.format));
    return std::nullopt;
  }
  return out;
}

/// For git: the arguments are those of diff.catalog.command.
void run_driver(const DiffArguments& arguments, Context& context) {
  if (!are_driver_arguments(arguments.sides)) {
    return context.fail(say(
        {"--driver 由git调用：git config diff.catalog.command \"catalog diff --driver\"",
         "--driver is called by git: git config diff.catalog.command \"catalog diff --driver\""}));
  }
  context.print(driver_diff(*context.files, arguments.sides,
                            {.builtin = context.builtin, .threads = context.threads},
                            {context.lang, context.color_out}));
}

void run_diff(DiffArguments& arguments, Context& context) {
  if (arguments.driver) return run_driver(arguments, context);
  if (arguments.sides.size() > 2) {
    return context.fail(say({"只能比较两个版本，给出了{}个", "two sides are compared, not {}"},
                            arguments.sides.size()));
  }
  std::optional<Gate> gate;
  if (!read_words(arguments, gate, context)) return;
  const auto targets = targets_of(arguments, context);
  if (!targets) return;
  const auto sides = find_sides(*context.files, arguments.sides);
  if (!sides) return context.fail(sides.error());
  auto both = load_sides(
      *sides,
      {.builtin = context.builtin, .threads = context.threads, .published = read_published});
  if (!both) return context.fail(both.error());

  const LoadedSides& loaded = context.keep(std::move(*both));
  const Workspace& now = words_of(loaded.after, loaded.before);
  VersionDiff& diff = context.keep(compare_versions(loaded.before.set, loaded.after.set,
                                                    {now.vocabulary, now.calendar, now.legal}, now,
                                                    context.threads));
  ChangeReport report{diff,
                      sides->before.name,
                      sides->after.name,
                      loaded.same_files,
                      explain_changes(diff, now, loaded.after.set),
                      &now,
                      loaded.remarks};
  select_changes(diff, arguments.selection);
  Sources sources(*sides->after.files, &now);
  for (size_t i = targets->size(); i-- > 0;) {
    const ReportTarget& target = (*targets)[i];
    if (target.file == "-") {
      const auto written =
          write_changes(target.format, report, sources, {context.lang, context.color_out},
                        [&](std::string_view piece) { context.print(piece); });
      if (!written) return context.fail(written.error());
      continue;
    }
    const auto bytes = write_changes(target.format, report, sources, {context.lang, false});
    if (!bytes) return context.fail(bytes.error());
    if (!context.write(target.file, *bytes)) return;
  }
  if (context.exit == Exit::Done && is_shut(*gate, diff.counts)) context.exit = Exit::Findings;
}

void add_options(CLI::App& command, DiffArguments& arguments, const Context& context) {
  command
      .add_option("SIDES", arguments.sides,
                  context.say({"旧版和新版：文件、文件夹、工作区、版本:路径，或git版本；也可写作"
                               "旧版..新版。缺省为HEAD与当前文件",
                               "OLD and NEW: files, folders, workspaces, REV:PATH or revisions of "
                               "git; also OLD..NEW. By default HEAD and the files as they are"}))
      ->expected(0, 9)
      ->option_text("OLD NEW");
  command
      .add_option("--format", arguments.format,
                  context.say({"输出格式：", "format: "}) + change_format_names())
      ->option_text("FORMAT");
  command
      .add_option("--report", arguments.reports,
                  context.say({"另写入文件，可重复", "write a report to a file; may be repeated"}))
      ->option_text("FORMAT=FILE")
      ->allow_extra_args(false);
  command
      .add_option("-o,--output", arguments.output,
                  context.say({"写入该文件；缺省为标准输出",
                               "the file to write; by default the "
                               "standard output"}))
      ->option_text("FILE");
  command.add_flag("--stat", arguments.stat,
                   context.say({"只按领域计数", "counts by domain only"}));
  command
      .add_option("--only", arguments.only,
                  context.say({"只列这些变化：narrowed、widened、changed、editorial，可重复",
                               "only these: narrowed, widened, changed, editorial; may be "
                               "repeated"}))
      ->option_text("CLASS")
      ->allow_extra_args(false);
  command
      .add_option("--domain", arguments.selection.domains,
                  context.say({"只列该领域，可重复", "only this domain; may be repeated"}))
      ->option_text("DOMAIN")
      ->allow_extra_args(false);
  command
      .add_option("--unit", arguments.selection.units,
                  context.say({"只列该单位，可重复", "only this unit; may be repeated"}))
      ->option_text("UNIT")
      ->allow_extra_args(false);
  command.add_flag("--driver", arguments.driver,
                   context.say({"作为git的比较程序（diff.catalog.command）",
                                "as git's program for differences (diff.catalog.command)"}));
  command
      .add_option(
          "--fail-on", arguments.fail_on,
          context.say({"有这样的变化时退出码为1：narrowed、unexplained（没有说明理由的缩小）"
                       "、any；缺省 never",
                       "exit code 1 on: narrowed, unexplained (losses without a reason), "
                       "any; by default never"}))
      ->option_text("CLASS");
}

}  // namespace

void add_diff(CLI::App& app, Context& context) {
  auto arguments = std::make_shared<DiffArguments>();
  CLI::App* command = add_command(
      app, context, "diff",
      {"比较两个版本：对公众缩小、扩大、变更了什么，理由是否在案",
       "compare two versions: what the public loses, gains, and whether each loss has its reason"},
      {"  catalog diff 2020.1 2020.2                         两个git标签\n"
       "  catalog diff                                       上次提交以来的变化\n"
       "  catalog diff HEAD:./lists/310104/tax.yaml lists/310104/tax.yaml\n"
       "  catalog diff main..HEAD --format markdown --fail-on unexplained\n"
       "  catalog diff 2020.1 2020.2 --format xlsx -o 动态调整对照表.xlsx",
       "  catalog diff 2020.1 2020.2                         two tags of git\n"
       "  catalog diff                                       changes since the last commit\n"
       "  catalog diff HEAD:./lists/310104/tax.yaml lists/310104/tax.yaml\n"
       "  catalog diff main..HEAD --format markdown --fail-on unexplained\n"
       "  catalog diff 2020.1 2020.2 --format xlsx -o changes.xlsx"});
  add_options(*command, *arguments, context);
  command->callback([arguments, &context] { run_diff(*arguments, context); });
}

}  // namespace catalog
