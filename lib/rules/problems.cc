#include "rules/problems.h"

#include <algorithm>

#include "yaml/quote.h"

namespace catalog {

namespace {

constexpr size_t kLongestValue = 60;  // bytes of a value that identifies a finding

/// The beginning of a text, cut between characters.
std::string beginning(std::string_view text) {
  if (text.size() <= kLongestValue) return std::string(text);
  size_t end = kLongestValue;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) end--;
  return std::string(text.substr(0, end));
}

}  // namespace

Finding& report_problem(const FileContext& file, const Problem& problem, Message message,
                        Reporter& out) {
  Finding& finding = out.add(file.place(problem.at), std::move(message));
  FieldPlace where = file.field_place(problem.path);
  finding.address = std::move(where.address);
  finding.field = std::move(where.field);
  if (!problem.given.empty()) finding.values.push_back(beginning(problem.given));
  return finding;
}

Phrase key_phrase(const FileContext& file, const FieldInfo& field) {
  const std::string zh(field.key.zh), en(field.key.en);
  if (file.view().language == Lang::Zh) return {zh, zh + " (" + en + ")"};
  return {en + "（" + zh + "）", en};
}

Fix replacement(const Problem& problem, std::string text, bool safe) {
  return {say({"改为“{}”", "change it to “{}”"}, text),
          {{problem.at, yaml::scalar_text(text, yaml::Context::Flow)}},
          safe};
}

void report_syntax(const FileContext& file, yaml::SyntaxKind kind, Reporter& out) {
  const yaml::SyntaxProblem* problem = file.syntax();
  if (!problem || problem->kind != kind) return;
  Finding& finding = out.add(file.place(problem->at), problem->message);
  finding.advice = problem->advice;
  if (problem->opened_at) {
    finding.demand = Demand{say({"从这里开始", "it begins here"}),
                            file.place(*problem->opened_at),
                            {"另见", "see also"}};
  }
}

void report_slips(const FileContext& file, yaml::SlipKind kind, Reporter& out) {
  for (const yaml::Slip& slip : file.slips()) {
    if (slip.kind != kind) continue;
    Finding& finding = out.add(file.place(slip.at), slip.message);
    finding.advice = slip.advice;
    // What identifies a slip is the line that it stands in, as it has no key path of its own.
    const SourceText& text = file.view().text;
    finding.values.push_back(beginning(text.line(text.line_of({slip.at.begin}))));
    if (!slip.edits.empty()) finding.fix = Fix{slip.advice, slip.edits, slip.safe};
  }
}

}  // namespace catalog
