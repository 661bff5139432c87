#include "rules/validate.h"

#include <algorithm>

#include "cli/finding_filters.h"
#include "cli/options.h"
#include "cli/reports.h"
#include "cli/standard_input.h"
#include "cli/workspace_paths.h"
#include "report/unified_diff.h"
#include "rules/safe_fixes.h"
#include "rules/settings.h"
#include "rules/since.h"
#include "source/shadow_file_system.h"

namespace catalog {

namespace {

/// What the command line of `validate` says.
struct ValidateArguments {
  std::vector<std::string> paths;
  std::string stdin_path = "stdin.yaml";
  ReportArguments reports;
  std::string fail_on = "error";
  std::vector<std::string> only;
  std::vector<std::string> skip;
  FilterArguments filters;
  bool fix = false;
  bool dry_run = false;
};

/// Mends in the shadow; then writes the files, or shows what would be written.
std::expected<Validation, IoError> mended(
    ShadowFileSystem& shadow, const std::function<std::expected<Validation, IoError>()>& check,
    const ValidateArguments& arguments, Context& context) {
  auto mending = mend(shadow, check);
  if (!mending) return std::unexpected(std::move(mending.error()));
  size_t fixes = 0;
  std::vector<FileBytes> files;
  for (const FixedFile& file : mending->files) {
    fixes += file.fixes;
    if (arguments.dry_run) {
      context.print(unified_diff(file.path, file.before, file.after));
    } else {
      files.push_back({file.path, file.after});
    }
  }
  if (auto written = write_all(*context.files, std::move(files)); !written)
    return std::unexpected(std::move(written.error()));
  context.complain(arguments.dry_run
                       ? say({"将修改{}处，涉及{}个文件；没有写入。",
                              "{} fixes in {} files would be made; nothing was written."},
                             fixes, mending->files.size())
                       : say({"已修改{}处，涉及{}个文件。", "{} fixes were made in {} files."},
                             fixes, mending->files.size()));
  return std::move(mending->validation);
}

void run_validate(const ValidateArguments& arguments, Context& context) {
  const auto reports = plan_reports(arguments.reports, context);
  if (!reports) return;
  const Severity fail_on = severity_of(arguments.fail_on, Severity::Off);
  if (fail_on == Severity::Off)
    return context.fail(
        say({"--fail-on 只能是 error、warning 或 note", "--fail-on is error, warning or note"}));
  const auto today = context.today();
  if (!today) return;

  if (arguments.dry_run && !arguments.fix)
    return context.fail(say({"--dry-run 要与 --fix 同用", "--dry-run goes with --fix"}));
  if (arguments.fix && std::ranges::find(arguments.paths, "-") != arguments.paths.end())
    return context.fail(say({"标准输入不能修改：请给出文件的路径。",
                             "Standard input can't be mended: give the file's path."}));
  StandardInput input(*context.files, arguments.paths, arguments.stdin_path);
  if (input.error()) return context.fail(*input.error());
  const auto target = target_of(input.files(), input.paths());
  if (!target) return context.fail(target.error());

  ValidateOptions options{.builtin = context.builtin,
                          .threads = context.threads,
                          .only_paths = target->root ? target->paths : std::vector<std::string>{},
                          .only_rules = arguments.only,
                          .skip_rules = arguments.skip,
                          .as_of = *today};
  if (const auto unknown = unknown_rule(options)) return context.fail(*unknown);
  const bool partial = !options.only_paths.empty() || !target->root ||
                       !options.only_rules.empty() || !options.skip_rules.empty();
  if (!filters_agree(arguments.filters, partial, context)) return;
  options.baseline = baseline_option(arguments.filters);
  const auto before = files_since(arguments.filters, *target, context);
  if (context.exit == Exit::Failed) return;
  ShadowFileSystem shadow(input.files());
  FileSystem& checked = arguments.fix ? shadow : input.files();
  const auto check = [&]() -> std::expected<Validation, IoError> {
    auto found = target->root ? validate_workspace(checked, *target->root, options)
                              : validate_files(checked, target->paths, options);
    if (!found || !before) return found;
    if (auto kept = keep_changed(*found, checked, *before, options.threads); !kept)
      return std::unexpected(std::move(kept.error()));
    return found;
  };
  auto outcome = arguments.fix ? mended(shadow, check, arguments, context) : check();
  if (!outcome) return context.fail(outcome.error());
  Validation& validation = context.keep(std::move(*outcome));
  if (validation.summary.files == 0 || (validation.summary.catalogues == 0 &&
                                        validation.findings.empty() && target->paths.empty())) {
    return context.fail(
        say({"没有可检查的清单或标准目录：请先用 catalog new 建立清单。",
             "There is no list or standard to check: make one with catalog new first."}));
  }

  if (!write_baseline(arguments.filters, validation, context)) return;
  Sources sources(checked, validation.workspace.get());
  write_reports(arguments.reports, *reports, validation, sources,
                RuleSettings(validation.workspace->config, options), arguments.dry_run, context);
  if (context.exit == Exit::Done && reaches(validation.summary, fail_on))
    context.exit = Exit::Findings;
}

}  // namespace

void add_validate(CLI::App& app, Context& context) {
  auto arguments = std::make_shared<ValidateArguments>();
  CLI::App* command = add_command(
      app, context, "validate",
      {"按文件格式、标准指引和法规检查清单与标准目录",
       "check lists and standards against the file formats, guidelines and law"},
      {"  catalog validate                                   检查当前工作区\n"
       "  catalog validate lists/310104                      只报告徐汇区清单的问题\n"
       "  catalog validate --since origin/main...             只报告本分支改动的事项\n"
       "  catalog validate --report json=findings.json --fail-on warning\n"
       "  catalog validate --report html=report.html --report xlsx=list.xlsx --due 2026-12-31\n"
       "  catalog validate --report xlsx=next.xlsx --previous list.xlsx\n"
       "  catalog validate --fix --dry-run",
       "  catalog validate                                   the workspace around the current "
       "folder\n"
       "  catalog validate lists/310104                      only findings in Xuhui's lists\n"
       "  catalog validate --since origin/main...             only items that this branch "
       "changed\n"
       "  catalog validate --report json=findings.json --fail-on warning\n"
       "  catalog validate --report html=report.html --report xlsx=list.xlsx --due 2026-12-31\n"
       "  catalog validate --report xlsx=next.xlsx --previous list.xlsx\n"
       "  catalog validate --fix --dry-run"});
  command->add_option(
      "PATH", arguments->paths,
      context.say({"工作区、文件夹或文件；“-”为标准输入。缺省为当前文件夹所在的工作区",
                   "workspace, folders or files; - is standard input; by default the workspace "
                   "around the current folder"}));
  command
      ->add_option("--stdin-path", arguments->stdin_path,
                   context.say({"标准输入代表的文件", "the file that standard input stands for"}))
      ->option_text("NAME");
  add_report_options(*command, arguments->reports, context);
  command
      ->add_option("--fail-on", arguments->fail_on,
                   context.say({"达到该级别时退出码为 1：error（缺省）、warning、note",
                                "exit code 1 at or above: error (default), warning, note"}))
      ->option_text("SEVERITY");
  command
      ->add_option("--only", arguments->only,
                   context.say({"只运行这些规则，可重复", "run these rules only; may be repeated"}))
      ->option_text("RULE")
      ->allow_extra_args(false);
  command
      ->add_option(
          "--skip", arguments->skip,
          context.say({"不运行这些规则，可重复", "leave these rules out; may be repeated"}))
      ->option_text("RULE")
      ->allow_extra_args(false);
  add_filter_options(*command, arguments->filters, context);
  command->add_flag("--fix", arguments->fix,
                    context.say({"修改有唯一正确写法的问题，只改相关字节，注释和版式不变",
                                 "mend what has one right answer: only those bytes, comments and "
                                 "layout are kept"}));
  command->add_flag("--dry-run", arguments->dry_run,
                    context.say({"与 --fix 同用：只显示差异，不写入",
                                 "with --fix: show the difference, write nothing"}));
  command->callback([arguments, &context] { run_validate(*arguments, context); });
}

}  // namespace catalog
