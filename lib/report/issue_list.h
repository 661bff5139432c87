#pragma once

#include <array>
#include <functional>
#include <string>
#include <vector>

#include "report/issue_columns.h"
#include "report/ownership.h"
#include "report/previous_issues.h"
#include "report/report.h"
#include "report/sources.h"

namespace catalog {

/// How a 问题清单 is made.
struct IssueOptions {
  Lang lang = Lang::Zh;
  std::string due;                           ///< 时限; may be empty
  const PreviousIssues* previous = nullptr;  ///< the filled list of the last run
  /// Whether a rule ran in this validation; what did not run closes nothing. Empty: all ran.
  std::function<bool(std::string_view rule)> ran;
};

/// A row of the list.
struct Issue {
  IssueCells cells;
  IssueStatus status = IssueStatus::None;
};

/// The rows of one unit: what was found, then what people added, what was not checked, what is
/// closed.
struct IssueUnit {
  std::string name;
  size_t order = 0;  ///< as Owner has it
  std::vector<Issue> issues;
  std::array<size_t, kIssueStatusCount> counts{};  ///< by IssueStatus

  size_t count(IssueStatus status) const { return counts[static_cast<size_t>(status)]; }
};

/// A 问题清单 as it goes to the units: units as the units file has them, those it does not know
/// behind, shared files last. With an earlier list: what people wrote is kept, and each row says
/// whether it is new, still open or closed.
std::vector<IssueUnit> issue_list(const Report& report, Sources& sources, Ownership& ownership,
                                  const IssueOptions& options);

}  // namespace catalog
