#pragma once

#include <functional>
#include <span>
#include <string>

#include "report/report.h"
#include "report/sources.h"
#include "rules/validate.h"

namespace catalog {

/// How a report for people is written.
struct TextStyle {
  Lang lang = Lang::Zh;
  bool color = false;
  uint32_t width = 160;  ///< terminal cells; longer lines are shown around the finding
  unsigned threads = 1;  ///< 0: as many as there are processors
};

/// One finding as the terminal shows it: headline, place, the line with carets, demand, advice.
std::string finding_text(const Finding& finding, Sources& sources, const TextStyle& style);
/// The counts: 共检查 … 个文件、… 个事项：错误 …，警告 …，提示 …
std::string summary_text(const ValidationSummary& summary, Lang lang);
/// All findings and the counts, in pieces: of a large workspace the whole would be among the
/// largest things in memory.
void text_report(const Report& report, Sources& sources, const TextStyle& style,
                 const std::function<void(std::string_view)>& out);
/// The same as one text.
std::string text_report(const Report& report, Sources& sources, const TextStyle& style);

}  // namespace catalog
