#pragma once

#include <functional>
#include <string>

#include "merge/output.h"
#include "report/sources.h"

namespace catalog {

/// What a report of a merge is made from.
struct MergeReport {
  const PairMerge& merge;
  const PairMerged& merged;
  std::function<yaml::Value()> value;  ///< the merged standard as it is written
  std::string target{};                ///< the file it is written to; empty: none
};

/// How a report of a merge is written.
struct MergeReportStyle {
  Lang lang = Lang::Zh;
  bool color = false;
  bool explain = false;  ///< every pair of items with its score
};

/// For the terminal: each conflict with both places, what was narrowed, which names became
/// placeholders, and the counts.
std::string merge_text(const MergeReport& report, Sources& sources, const MergeReportStyle& style);
/// `merge --format json`, as schemas/merge.schema.json describes it.
std::string merge_json(const MergeReport& report, Sources& sources, const MergeReportStyle& style);
/// A page that shows both sides, what stood before and what came out, item by item; for reading on
/// paper too.
std::string merge_html(const MergeReport& report, Sources& sources, const MergeReportStyle& style);

bool is_merge_format(std::string_view name);
/// `text, json, html`
std::string merge_format_names();
std::string write_merge_report(std::string_view format, const MergeReport& report, Sources& sources,
                               const MergeReportStyle& style);

}  // namespace catalog
