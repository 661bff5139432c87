#include <nlohmann/json.hpp>

#include "report/change_json.h"
#include "report/history_report.h"
#include "report/version.h"

namespace catalog {

namespace {

using Json = nlohmann::ordered_json;

Json text_or_null(const std::string& text) { return text.empty() ? Json() : Json(text); }

Json entry_json(const HistoryEntry& entry) {
  Json changes = Json::array();
  for (const Change& change : entry.changes) {
    Json one = change_json(change, 0);
    one.erase("line");
    changes.push_back(std::move(one));
  }
  return {{"commit", text_or_null(entry.commit)},
          {"short", text_or_null(entry.short_name)},
          {"date", text_or_null(entry.date)},
          {"author", text_or_null(entry.author)},
          {"subject", text_or_null(entry.subject)},
          {"address", entry.address},
          {"file", entry.file},
          {"moved_from", text_or_null(entry.moved_from)},
          {"version", text_or_null(entry.version)},
          {"workspace_version", text_or_null(entry.workspace_version)},
          {"appears", entry.appears},
          {"disappears", entry.disappears},
          {"changes", std::move(changes)}};
}

std::string line_of(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace

std::string history_json(const HistoryReport& report) {
  const History& history = report.history;
  Json head{{"tool", "catalog"},          {"version", std::string(kVersion)},
            {"address", history.address}, {"name", history.name},
            {"there", history.is_there},  {"file", text_or_null(history.file)},
            {"was", history.was},         {"commits", history.commits},
            {"found", report.found},      {"shallow", history.is_shallow},
            {"cut", history.is_cut}};
  head["remarks"] = Json::array();
  for (const Message& remark : history.remarks) head["remarks"].push_back(remark.in(Lang::En));
  std::string out = line_of(head);
  out.pop_back();
  out += ",\n \"entries\": [";
  const char* separator = "\n  ";
  for (const HistoryEntry& entry : history.entries) {
    out += separator + line_of(entry_json(entry));
    separator = ",\n  ";
  }
  return out + (history.entries.empty() ? "]}\n" : "\n ]}\n");
}

}  // namespace catalog
