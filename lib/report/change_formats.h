#pragma once

#include <expected>
#include <functional>
#include <string>
#include <string_view>

#include "report/change_words.h"
#include "report/formats.h"
#include "report/sources.h"

namespace catalog {

/// Whether `diff` can write this format, and all their names for help.
bool is_change_format(std::string_view name);
std::string change_format_names();
/// Whether a format is no text, so that it is not for a terminal.
bool is_binary_change_format(std::string_view name);
/// The changes in the format of this name (must be one). `sources` reads the newer version's files
/// for line numbers. An error is of the folder for temporary files.
std::expected<std::string, IoError> write_changes(std::string_view format,
                                                  const ChangeReport& report, Sources& sources,
                                                  const ReportOptions& options);

/// The same, handed on in pieces where the format can be written so.
std::expected<void, IoError> write_changes(std::string_view format, const ChangeReport& report,
                                           Sources& sources, const ReportOptions& options,
                                           const std::function<void(std::string_view)>& out);

// The formats, each in a file of its own.

/// For a terminal: by domain and item, changed words marked [-…-]{+…+} or by colour; in pieces, as
/// of large workspaces the whole would be among the largest things in memory.
void changes_text(const ChangeReport& report, const ReportOptions& options,
                  const std::function<void(std::string_view)>& out);
/// The same as one text.
std::string changes_text(const ChangeReport& report, const ReportOptions& options);
/// One line a domain, and the sums.
std::string changes_stat(const ChangeReport& report, const ReportOptions& options);
/// As schemas/changes.schema.json describes it.
std::string changes_json(const ChangeReport& report, Sources& sources);
/// For a comment on a merge request.
std::string changes_markdown(const ChangeReport& report, const ReportOptions& options);
/// A page of its own: side by side, with filters.
std::string changes_html(const ChangeReport& report, const ReportOptions& options);
/// The 动态调整对照表 for signature, as a workbook.
std::expected<std::string, IoError> changes_xlsx(const ChangeReport& report,
                                                 const ReportOptions& options);
/// SARIF 2.1.0 for the gate: a result for each change that takes something, a suppressed one where
/// the reason is on record, and one for each adjustment that explains nothing.
std::string changes_sarif(const ChangeReport& report, Sources& sources,
                          const ReportOptions& options);
/// For the gate of GitHub: one annotation a change that takes something, with its place.
std::string changes_github(const ChangeReport& report, Sources& sources,
                           const ReportOptions& options);

}  // namespace catalog
