#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/deadline.h"
#include "model/legal_reference.h"

namespace catalog::test {

inline std::string event_name(EventClass event) {
  constexpr std::string_view kNames[] = {"none",       "information", "decision", "application",
                                         "approval",   "contract",    "result",   "step",
                                         "period-end", "other"};
  return std::string(kNames[static_cast<size_t>(event)]);
}

inline std::string day_name(const FixedDay& day) {
  std::string text;
  if (day.every) text += "every " + duration_text({1, *day.every}) + " ";
  return text + std::to_string(day.year) + "-" + std::to_string(day.month) + "-" +
         std::to_string(day.day);
}

inline std::string dump(std::string_view phrase, const Limit& limit) {
  constexpr std::string_view kTimings[] = {"within", "before",   "with",   "at-once",
                                           "prompt", "provided", "by-date"};
  std::string text = "limit ";
  text += kTimings[static_cast<size_t>(limit.timing)];
  if (limit.within) text += " " + duration_text(*limit.within);
  if (limit.day) text += " " + day_name(*limit.day);
  if (!limit.event.empty()) {
    text += " of " + limit.event + " (" + event_name(limit.event_class) + ")";
  }
  return text + " «" + std::string(text_at(phrase, limit.at)) + "»";
}

inline std::string dump(std::string_view phrase, const Update& update) {
  std::string text = "update";
  if (update.pace == Update::Pace::AtOnce) text += " at-once";
  if (update.pace == Update::Pace::Every) {
    text += " every " + duration_text(update.every);
    if (update.times != 1) text += " ×" + std::to_string(update.times);
  }
  if (update.day) text += " by " + day_name(*update.day);
  return text + " «" + std::string(text_at(phrase, update.at)) + "»";
}

inline std::string dump(std::string_view phrase, const Branch& branch) {
  std::vector<std::string> parts;
  const auto words = [phrase](Span at) { return " «" + std::string(text_at(phrase, at)) + "»"; };
  if (!branch.subject.empty()) {
    parts.push_back((branch.rest ? "rest " : "subject ") + branch.subject);
  }
  if (branch.limit) parts.push_back(dump(phrase, *branch.limit));
  if (branch.extension) {
    parts.push_back("extension " + duration_text(branch.extension->by) +
                    words(branch.extension->at));
  }
  if (branch.display) {
    parts.push_back("display " + std::string(branch.display->at_least ? "≥ " : "") +
                    duration_text(branch.display->period) + words(branch.display->at));
  }
  if (branch.update) parts.push_back(dump(phrase, *branch.update));
  if (branch.retention) {
    parts.push_back("retention " +
                    (branch.retention->period ? duration_text(*branch.retention->period)
                                              : std::string("lasting")) +
                    words(branch.retention->at));
  }
  if (branch.on_request) parts.push_back("on-request" + words(branch.on_request_at));
  for (const Span channel : branch.channels) parts.push_back("channel" + words(channel));
  std::string text;
  for (const std::string& part : parts) text += (text.empty() ? "" : "; ") + part;
  return text;
}

/// A deadline as one readable line: branches by ` / `, parts by `; `, the words of a part in «».
inline std::string dump(std::string_view phrase, const Deadline& deadline) {
  constexpr std::string_view kOddities[] = {"doubled", "range", "no-unit"};
  std::string text;
  const auto add = [&text](const std::string& more) { text += (text.empty() ? "" : " / ") + more; };
  for (const Branch& branch : deadline.branches) add(dump(phrase, branch));
  if (deadline.proviso) add("proviso «" + std::string(text_at(phrase, *deadline.proviso)) + "»");
  for (const Oddity& oddity : deadline.oddities) {
    add("odd " + std::string(kOddities[static_cast<size_t>(oddity.kind)]) + " «" +
        std::string(text_at(phrase, oddity.at)) + "»");
  }
  for (const Span span : deadline.unparsed) {
    add("not understood «" + std::string(text_at(phrase, span)) + "»");
  }
  return text;
}

/// An entry of 公开依据 as one readable line: references by ` / `.
inline std::string dump(std::string_view entry, const LegalBasis& basis) {
  constexpr std::string_view kOddities[] = {"year-brackets",  "number-form",      "number-outside",
                                            "unclosed-title", "unclosed-bracket", "quoted"};
  std::string text;
  const auto add = [&text](const std::string& more) { text += (text.empty() ? "" : " / ") + more; };
  for (const LegalReference& reference : basis.references) {
    std::string line = "《" + reference.title + "》";
    const auto field = [&line](std::string_view name, const std::string& value) {
      if (!value.empty()) line += "; " + std::string(name) + " " + value;
    };
    field("number", reference.normal_number);
    field("issuer", reference.issuer);
    field("tag", reference.tag);
    field("article", reference.article);
    field("history", reference.history);
    if (reference.derived) line += "; derived";
    for (const ReferenceOddity oddity : reference.oddities) {
      line += "; odd " + std::string(kOddities[static_cast<size_t>(oddity)]);
    }
    add(line);
  }
  if (basis.and_others) add("and others");
  for (const Span span : basis.unparsed) {
    add("not understood «" + std::string(text_at(entry, span)) + "»");
  }
  return text;
}

}  // namespace catalog::test
