#pragma once

#include <string>
#include <vector>

#include "report/issue_sheet.h"
#include "report/overview.h"

namespace catalog {

/// The first sheet, 汇总: what was checked, then counts by unit, by domain and by rule.
struct IssueSummary {
  std::string title;
  std::vector<std::string> facts;  ///< lines under the title
  const Overview* overview = nullptr;
  const std::vector<IssueUnit>* units = nullptr;
  std::vector<std::string> sheets;  ///< the first sheet of each unit
  bool compared = false;            ///< whether there was a list of an earlier run
};

void write_issue_summary(const std::string& name, const IssueSummary& summary, Lang lang,
                         const IssueFormats& formats, XlsxWriter& writer);

}  // namespace catalog
