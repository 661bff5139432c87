#include <unistd.h>

#include <CLI/CLI.hpp>

#include "cli/options.h"
#include "cli/workspace_paths.h"
#include "report/impact_report.h"
#include "rules/settings.h"
#include "workspace/resolve.h"

namespace catalog {

namespace {

struct ImpactArguments {
  std::string guideline;
  std::string unit;
  std::string format = "text";
  std::string output = "-";
  std::string fail_on = "error";
  std::string workspace;
};

bool format_fits(const ImpactArguments& arguments, Context& context) {
  if (!is_impact_format(arguments.format)) {
    context.fail(say({"“{}”不是输出格式；可用：{}", "“{}” is no format; there are: {}"},
                     arguments.format, impact_format_names()));
    return false;
  }
  if (is_binary_impact_format(arguments.format) && arguments.output == "-" &&
      ::isatty(STDOUT_FILENO)) {
    context.fail(say({"{}不能显示在终端：请写 -o 文件", "{} is not for a terminal: write -o FILE"},
                     arguments.format));
    return false;
  }
  return true;
}

void run_impact(const ImpactArguments& arguments, Context& context) {
  if (!format_fits(arguments, context)) return;
  const auto today = context.today();
  if (!today) return;
  const auto root = workspace_root(*context.files, arguments.workspace);
  if (!root) return context.fail(root.error());
  const ValidateOptions checks{
      .builtin = context.builtin, .threads = context.threads, .as_of = *today};
  auto impact = impact_of(*context.files, *root, arguments.guideline, checks);
  if (!impact) return context.fail(impact.error());
  if (!arguments.unit.empty()) {
    const auto unit = find_unit(*impact->after.workspace, arguments.unit);
    if (!unit) return context.fail(unit.error());
    keep_unit(*impact, **unit);
  }
  Sources sources(*context.files, impact->after.workspace.get());
  const bool to_terminal = arguments.output == "-";
  const auto bytes = write_impact(
      arguments.format, *impact, sources,
      {.lang = context.lang, .color = to_terminal && context.color_out, .as_of = *today});
  if (!bytes) return context.fail(bytes.error());
  if (!context.write(arguments.output, *bytes)) return;
  if (reaches(impact->after.summary, severity_of(arguments.fail_on, Severity::Off)))
    context.exit = Exit::Findings;
}

}  // namespace

void add_impact(CLI::App& app, Context& context) {
  auto arguments = std::make_shared<ImpactArguments>();
  CLI::App* command = add_command(
      app, context, "impact",
      {"新指引会使哪些清单、标准目录和单位目录不合要求，修改之前就能看到",
       "what a new guideline would break in lists, standards and units' catalogues, before anyone "
       "edits"},
      {"  catalog impact social-assistance-2026.yaml\n"
       "  catalog impact new.yaml --unit 310104                只看徐汇区\n"
       "  catalog impact new.yaml --format markdown -o impact.md\n"
       "  catalog impact new.yaml --format xlsx -o 问题清单.xlsx --fail-on never",
       "  catalog impact social-assistance-2026.yaml\n"
       "  catalog impact new.yaml --unit 310104                Xuhui district only\n"
       "  catalog impact new.yaml --format markdown -o impact.md\n"
       "  catalog impact new.yaml --format xlsx -o findings.xlsx --fail-on never"});
  command
      ->add_option("GUIDELINE", arguments->guideline,
                   context.say({"新指引的文件（kind: guideline），在内存中替代同一领域的现用指引",
                                "the file of the new guideline (kind: guideline); it stands in "
                                "memory for the one of its domain"}))
      ->required();
  command
      ->add_option("--unit", arguments->unit,
                   context.say({"只看这一单位（代码或名称）", "this unit only (code or name)"}))
      ->option_text("UNIT");
  command
      ->add_option("--format", arguments->format,
                   context.say({"输出格式：", "format: "}) + impact_format_names())
      ->option_text("FORMAT");
  command
      ->add_option("-o,--output", arguments->output,
                   context.say({"写入的文件；缺省为标准输出",
                                "the file to write; by default standard output"}))
      ->option_text("FILE");
  command
      ->add_option(
          "--fail-on", arguments->fail_on,
          context.say({"新增问题达到该级别时退出码为 1：error（缺省）、warning、note、never",
                       "exit code 1 for new findings at or above: error (default), "
                       "warning, note, never"}))
      ->option_text("SEVERITY")
      ->check(CLI::IsMember({"error", "warning", "note", "never"}));
  add_workspace_option(*command, context, arguments->workspace);
  command->callback([arguments, &context] { run_impact(*arguments, context); });
}

}  // namespace catalog
