#include "cli/reports.h"

#include <unistd.h>

#include <algorithm>

#include "cli/options.h"

namespace catalog {

void add_report_options(CLI::App& command, ReportArguments& arguments, const Context& context) {
  command
      .add_option(
          "--format", arguments.format,
          context.say({"输出到终端的格式：", "format for the terminal: "}) + report_format_names())
      ->option_text("FORMAT");
  command
      .add_option(
          "--report", arguments.reports,
          context.say({"另写报告到文件，可重复", "also write a report to a file; may be repeated"}))
      ->option_text("FORMAT=FILE")
      ->allow_extra_args(false);
  command
      .add_option("--max-findings", arguments.max_findings,
                  context.say({"报告中最多列出的问题数，先列最严重的；退出码和合计仍按全部问题计算",
                               "list at most so many findings, the gravest first; the exit code "
                               "and the counts are still those of all"}))
      ->option_text("N");
  command
      .add_option("--due", arguments.due,
                  context.say({"问题清单（xlsx）中的整改时限",
                               "the date by which the list of "
                               "findings (xlsx) asks for mending"}))
      ->option_text("DATE");
  command
      .add_option("--previous", arguments.previous,
                  context.say({"上次发出、各单位填过的问题清单（xlsx）：保留所填内容，标出已销号、"
                               "未整改、新增",
                               "the list of findings (xlsx) of the last run as units filled it: "
                               "what they wrote is kept, and each finding is new, open or closed"}))
      ->option_text("FILE");
}

namespace {

std::optional<std::vector<ReportTarget>> report_targets(const ReportArguments& arguments,
                                                        Context& context) {
  std::vector<ReportTarget> out;
  const auto known = [&](const std::string& format) {
    if (is_report_format(format)) return true;
    context.fail(
        say({"没有“{}”这种报告格式；可用的有：{}", "There is no report format “{}”; there are: {}"},
            format, report_format_names()));
    return false;
  };
  if (!known(arguments.format)) return std::nullopt;
  for (const std::string& report : arguments.reports) {
    const size_t equals = report.find('=');
    if (equals == report.npos || equals + 1 == report.size()) {
      context.fail(say({"--report 应写作 格式=文件，如 json=findings.json；所给的是“{}”",
                        "--report takes FORMAT=FILE, as json=findings.json, not “{}”"},
                       report));
      return std::nullopt;
    }
    out.push_back({report.substr(0, equals), report.substr(equals + 1)});
    if (!known(out.back().format)) return std::nullopt;
  }
  return out;
}

/// Whether one of the reports is a list of findings; complains of options that need one.
bool issue_options_fit(const ReportArguments& arguments, const std::vector<ReportTarget>& targets,
                       Context& context) {
  const bool wanted = arguments.format == "xlsx" ||
                      std::ranges::find(targets, "xlsx", &ReportTarget::format) != targets.end();
  if (!wanted && (!arguments.due.empty() || !arguments.previous.empty())) {
    context.fail(say({"--due 和 --previous 用于问题清单：请同时写 --report xlsx=文件",
                      "--due and --previous are of the list of findings: add --report xlsx=FILE"}));
    return false;
  }
  if (!arguments.due.empty() && !Date::parse(arguments.due)) {
    context.fail(say({"--due 应为日期，如 2020-12-31；所给的是“{}”",
                      "--due takes a date, as 2020-12-31, not “{}”"},
                     arguments.due));
    return false;
  }
  if (is_binary_format(arguments.format) && ::isatty(STDOUT_FILENO)) {
    context.fail(say({"{}不能显示在终端：请写 --report {}=文件",
                      "{} is not for a terminal: write --report {}=FILE"},
                     arguments.format, arguments.format));
    return false;
  }
  return true;
}

bool read_previous(const std::string& path, ReportPlan& plan, Context& context) {
  const auto bytes = context.files->read(path);
  if (!bytes) {
    context.fail(bytes.error());
    return false;
  }
  auto previous = read_previous_issues(*bytes);
  if (!previous) {
    context.fail(say({"--previous {}：{}", "--previous {}: {}"}, path,
                     Phrase(previous.error().in(Lang::Zh), previous.error().in(Lang::En))));
    return false;
  }
  if (previous->without_place > 0) {
    context.complain(
        say({"{}中有{}行既没有问题编号、也没有问题，未能对应，没有保留",
             "{}: {} rows have neither a finding's ID nor a problem; they are not kept"},
            path, previous->without_place));
  }
  plan.previous = std::move(*previous);
  return true;
}

}  // namespace

std::optional<ReportPlan> plan_reports(const ReportArguments& arguments, Context& context) {
  if (arguments.max_findings.value_or(0) < 0) {
    context.fail(
        say({"--max-findings 应为0或正整数", "--max-findings takes 0 or a positive number"}));
    return std::nullopt;
  }
  auto targets = report_targets(arguments, context);
  if (!targets || !issue_options_fit(arguments, *targets, context)) return std::nullopt;
  ReportPlan out{std::move(*targets), std::nullopt};
  if (!arguments.previous.empty() && !read_previous(arguments.previous, out, context))
    return std::nullopt;
  return out;
}

void write_reports(const ReportArguments& arguments, const ReportPlan& plan,
                   const Validation& validation, Sources& sources, const RuleSettings& rules,
                   bool quiet, Context& context) {
  const Report report = report_of(validation, arguments.max_findings);
  ReportOptions options{
      .lang = context.lang, .threads = context.threads, .as_of = context.today().value_or(Date())};
  options.issues.previous = plan.previous ? &*plan.previous : nullptr;
  options.issues.due = arguments.due.empty() ? "" : Date::parse(arguments.due)->iso();
  options.issues.ran = [&](std::string_view rule) { return rules.severity(rule) != Severity::Off; };
  for (const ReportTarget& target : plan.targets) {
    const auto bytes = write_report(target.format, report, sources, options);
    if (!bytes) return context.fail(bytes.error());
    if (!context.write(target.file, *bytes)) return;
  }
  if (quiet) return;
  options.color = context.color_out;
  const auto written = write_report(arguments.format, report, sources, options,
                                    [&](std::string_view piece) { context.print(piece); });
  if (!written) context.fail(written.error());
}

}  // namespace catalog
