#include "report/change_line.h"
#include "report/history_report.h"
#include "report/safe_text.h"

namespace catalog {

namespace {

std::string line_of(const Message& message, Lang lang) { return one_line(message.in(lang)); }

std::string entry_text(const HistoryEntry& entry, const History& history,
                       const ReportOptions& options) {
  std::string out =
      "\n" + painted("\x1b[1;33m", line_of(entry_line(entry), options.lang), options.color) + "\n";
  if (const Message versions = entry_versions(entry);
      !versions.args.front().in(options.lang).empty())
    out += "  " + line_of(versions, options.lang) + "\n";
  if (entry.address != history.address)
    out += "  " +
           line_of(say({"当时的地址：{}", "its address then: {}"}, entry.address), options.lang) +
           "\n";
  for (const Change& change : entry.changes) out += change_line(change, options);
  if (const Message none = no_changes(entry); !none.empty())
    out += "  " + line_of(none, options.lang) + "\n";
  return out;
}

}  // namespace

std::string history_text(const HistoryReport& report, const ReportOptions& options) {
  std::string out;
  for (const Message& message : history_head(report)) out += line_of(message, options.lang) + "\n";
  for (const HistoryEntry& entry : report.history.entries)
    out += entry_text(entry, report.history, options);
  const auto remarks = history_remarks(report);
  if (!remarks.empty()) out += "\n";
  for (const Message& remark : remarks) out += line_of(remark, options.lang) + "\n";
  return out;
}

}  // namespace catalog
