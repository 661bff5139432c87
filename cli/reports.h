#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/context.h"
#include "report/formats.h"
#include "rules/settings.h"

namespace catalog {

/// What a command line says of reports: --format, --report and --max-findings.
struct ReportArguments {
  std::string format = "text";
  std::vector<std::string> reports;
  std::optional<int64_t> max_findings;
  std::string due;
  std::string previous;
};

/// FORMAT=FILE of --report.
struct ReportTarget {
  std::string format;
  std::string file;
};

void add_report_options(CLI::App& command, ReportArguments& arguments, const Context& context);

/// What of the arguments is made before there is anything to report; must outlive the writing.
struct ReportPlan {
  std::vector<ReportTarget> targets;
  std::optional<PreviousIssues> previous;
};

/// Where the reports go; complains and gives none if one is not as it should be.
std::optional<ReportPlan> plan_reports(const ReportArguments& arguments, Context& context);

/// Writes the reports to their files, then the one for standard output (unless `quiet`).
void write_reports(const ReportArguments& arguments, const ReportPlan& plan,
                   const Validation& validation, Sources& sources, const RuleSettings& rules,
                   bool quiet, Context& context);

}  // namespace catalog
