#include "report/history_report.h"

namespace catalog {

namespace {

std::string day_of(const HistoryEntry& entry) { return entry.date.substr(0, 10); }

/// The first and the last of a history, where they are known.
const HistoryEntry* first_of(const History& history) {
  for (auto entry = history.entries.rbegin(); entry != history.entries.rend(); ++entry) {
    if (entry->appears) return &*entry;
  }
  return nullptr;
}

Phrase name_of(const HistoryEntry& entry) {
  if (entry.commit.empty()) return {"尚未提交", "not committed yet"};
  return Phrase(entry.short_name + " " + day_of(entry));
}

}  // namespace

std::vector<Message> history_head(const HistoryReport& report) {
  const History& history = report.history;
  std::vector<Message> out{say({"{}  {}", "{}  {}"}, history.address, history.name)};
  const HistoryEntry* newest = history.entries.empty() ? nullptr : &history.entries.front();
  if (history.is_there) {
    out.push_back(say({"现在的位置：{}", "now in {}"}, history.file));
  } else if (newest && newest->disappears) {
    out.push_back(say({"已不在目录中（{}）", "not there any more ({})"}, name_of(*newest)));
  } else {
    out.push_back(say({"已不在目录中", "not there any more"}));
  }
  if (const HistoryEntry* first = first_of(history)) {
    out.push_back(say({"首次出现：{}", "first seen: {}"}, name_of(*first)));
  }
  std::string was;
  for (const std::string& address : history.was) was += (was.empty() ? "" : "、") + address;
  if (!was.empty())
    out.push_back(say({"由清单事项合并而来：{}", "merged from the items of lists: {}"}, was));
  return out;
}

std::vector<Message> history_remarks(const HistoryReport& report) {
  const History& history = report.history;
  std::vector<Message> out = history.remarks;
  if (history.is_cut) {
    out.push_back(
        say({"这是浅克隆，较早的提交不在其中，最早的一条不一定是首次出现：请运行 git fetch "
             "--unshallow，或让CI取全部历史（GitHub Actions：fetch-depth: 0；GitLab CI："
             "GIT_DEPTH: 0）。",
             "This is a shallow clone without older commits, so the oldest entry need not be where "
             "the item began: run git fetch --unshallow, or let CI fetch all history (GitHub "
             "Actions: fetch-depth: 0; GitLab CI: GIT_DEPTH: 0)."}));
  }
  if (report.found > history.entries.size())
    out.push_back(say({"共{}次改动，列出{}次。", "{} commits changed it, {} are shown."},
                      report.found, history.entries.size()));
  if (report.found == 0)
    out.push_back(say({"所查范围内没有改动。", "It was not changed in what was looked at."}));
  return out;
}

Message entry_line(const HistoryEntry& entry) {
  if (entry.commit.empty()) return say({"尚未提交", "not committed yet"});
  return say({"{} {} {}：{}", "{} {} {}: {}"}, entry.short_name, day_of(entry), entry.author,
             entry.subject);
}

Message entry_versions(const HistoryEntry& entry) {
  std::string zh;
  std::string en;
  const auto add = [&](const std::string& chinese, const std::string& english) {
    zh += (zh.empty() ? "" : "，") + chinese;
    en += (en.empty() ? "" : ", ") + english;
  };
  if (!entry.version.empty()) add("文件版本" + entry.version, "file " + entry.version);
  if (!entry.workspace_version.empty())
    add("工作区版本" + entry.workspace_version, "workspace " + entry.workspace_version);
  if (!entry.moved_from.empty())
    add("文件由" + entry.moved_from + "移到" + entry.file,
        "file moved from " + entry.moved_from + " to " + entry.file);
  return say({"{}", "{}"}, Phrase(zh, en));
}

Message no_changes(const HistoryEntry& entry) {
  if (!entry.changes.empty() || !entry.moved_from.empty()) return {};
  return say({"没有公众可见的变化（如备注、偏离说明、来源）",
              "nothing that the public sees (a note, a deviation, where it came from)"});
}

}  // namespace catalog
