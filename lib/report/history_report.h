#pragma once

#include <string>

#include "diff/history.h"
#include "report/formats.h"

namespace catalog {

/// What a history shows, whatever the format.
struct HistoryReport {
  const History& history;
  size_t found = 0;  ///< entries before any were left out
};

/// For a terminal: a head, then each commit with its changes, the newest first.
std::string history_text(const HistoryReport& report, const ReportOptions& options);
/// As schemas/history.schema.json describes it.
std::string history_json(const HistoryReport& report);
/// For a page: a section a commit, with a table of its changes.
std::string history_markdown(const HistoryReport& report, const ReportOptions& options);

/// Where the item stands now and how often it was changed; the remarks on what could not be looked
/// at. For all formats for people.
std::vector<Message> history_head(const HistoryReport& report);
std::vector<Message> history_remarks(const HistoryReport& report);
/// 3f2e1d0 2021-03-01 张三：放宽公示期
Message entry_line(const HistoryEntry& entry);
/// 文件版本2020.2，工作区版本2020.2；由…移来
Message entry_versions(const HistoryEntry& entry);
/// What is said of an entry without changes; empty where there are some.
Message no_changes(const HistoryEntry& entry);

}  // namespace catalog
