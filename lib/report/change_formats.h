#pragma once

#include <string>
#include <string_view>

#include "report/change_words.h"
#include "report/formats.h"
#include "report/sources.h"

namespace catalog {

/// Whether `diff` can write this format, and all their names for help.
bool is_change_format(std::string_view name);
std::string change_format_names();
/// The changes in the format of this name (must be one). `sources` reads the newer version's files
/// for line numbers.
std::string write_changes(std::string_view format, const ChangeReport& report, Sources& sources,
                          const ReportOptions& options);

// The formats, each in a file of its own.

/// For a terminal: by domain and item, changed words marked [-…-]{+…+} or by colour.
std::string changes_text(const ChangeReport& report, const ReportOptions& options);
/// One line a domain, and the sums.
std::string changes_stat(const ChangeReport& report, const ReportOptions& options);
/// As schemas/changes.schema.json describes it.
std::string changes_json(const ChangeReport& report, Sources& sources);
/// For a comment on a merge request.
std::string changes_markdown(const ChangeReport& report, const ReportOptions& options);
/// For the gate of GitHub: one annotation a change that takes something, with its place.
std::string changes_github(const ChangeReport& report, Sources& sources,
                           const ReportOptions& options);

}  // namespace catalog
