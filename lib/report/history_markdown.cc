#include "report/change_words.h"
#include "report/history_report.h"
#include "report/markdown_text.h"

namespace catalog {

namespace {

std::string text_of(const Message& message, Lang lang) { return markdown_text(message.in(lang)); }

std::string row_of(const Change& change, Lang lang) {
  const ChangeTexts texts = change_texts(change);
  std::string label(class_word(change.cls).in(lang));
  if (change.cls == ChangeClass::Narrowed) label = "**" + label + "**";
  if (!change.certain) label += "?";
  std::string reason;
  if (change.explained) {
    reason = text_of(explanation_line(*change.explained), lang);
  } else if (change.cls == ChangeClass::Narrowed) {
    reason = say({"没有说明理由 ", "none on record "}).in(lang) +
             markdown_code(fingerprint_text(change.fingerprint));
  }
  return "| " + label + " | " + markdown_text(change_subject(change).in(lang)) + " | " +
         markdown_text(texts.before) + " | " + markdown_text(texts.after) + " | " + reason + " |\n";
}

std::string section(const HistoryEntry& entry, const History& history, Lang lang) {
  std::string out = "\n#### " + text_of(entry_line(entry), lang) + "\n\n" +
                    text_of(entry_versions(entry), lang) + "\n";
  if (entry.address != history.address)
    out += "\n" + say({"当时的地址：", "its address then: "}).in(lang) +
           markdown_code(entry.address) + "\n";
  if (const Message none = no_changes(entry); !none.empty())
    out += "\n" + text_of(none, lang) + "\n";
  if (entry.changes.empty()) return out;
  out += "\n" +
         say({"| 公众影响 | 变化 | 调整前 | 调整后 | 理由 |",
              "| for the public | change | before | after | reason |"})
             .in(lang) +
         "\n|---|---|---|---|---|\n";
  for (const Change& change : entry.changes) out += row_of(change, lang);
  return out;
}

}  // namespace

std::string history_markdown(const HistoryReport& report, const ReportOptions& options) {
  std::string out = "### ";
  for (const Message& message : history_head(report)) {
    out += text_of(message, options.lang) + "\n\n";
  }
  out.pop_back();
  for (const HistoryEntry& entry : report.history.entries)
    out += section(entry, report.history, options.lang);
  for (const Message& remark : history_remarks(report))
    out += "\n" + text_of(remark, options.lang) + "\n";
  return out;
}

}  // namespace catalog
