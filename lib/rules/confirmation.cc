#include "rules/confirmation.h"

#include <algorithm>
#include <set>

#include "model/meaning_digest.h"
#include "model/words.h"
#include "rules/confirmation_edit.h"

namespace catalog {

namespace {

bool is_left_out(const Workspace& workspace, Symbol domain) {
  const DomainEntry* entry = workspace.domain_entry(domain);
  const auto status = entry ? words::kDomainStatus.index(entry->status.view()) : std::nullopt;
  return status && words::kDomainStatus.words[*status].en == "omitted";
}

bool is_catalogue(const Workspace& workspace, Symbol file) {
  const FileRecord* record = workspace.file(file);
  return record && (record->kind == Kind::List || record->kind == Kind::Standard);
}

/// 征求意见、送审
Phrase joined(const std::vector<StandardState>& states) {
  std::string zh, en;
  for (const StandardState state : states) {
    zh += (zh.empty() ? "" : "、") + std::string(state_word(state).zh);
    en += (en.empty() ? "" : ", ") + std::string(state_word(state).en);
  }
  return {zh, en};
}

std::string name_of(const Unit& unit) { return std::string(unit.name.view()); }

/// The domains of the workspace in its order, then those of further standards.
std::vector<Symbol> domains_of(const Workspace& workspace) {
  std::vector<Symbol> out;
  std::set<std::string_view> known;
  const auto add = [&](Symbol domain) {
    if (!domain.empty() && !is_left_out(workspace, domain) && known.insert(domain.view()).second)
      out.push_back(domain);
  };
  for (const DomainEntry& entry : workspace.config.domains) add(entry.domain.value);
  for (const Pairing& pairing : workspace.config.pairings) add(pairing.domain.value);
  for (const Standard& standard : workspace.standards) add(standard.domain.value);
  return out;
}

/// What is still to do until the standard is confirmed, or confirmed again.
void find_missing(ConfirmationStatus& out) {
  const auto add = [&](Message message) { out.missing.push_back(std::move(message)); };
  if (!out.pairing) add(say({"工作区没有写明结对", "the workspace names no pair"}));
  if (out.pairing && !out.confirmer)
    add(say({"结对没有写明部门，也没有写明由谁确认（confirms）",
             "the pairing names neither a department nor who `confirms`"}));
  if (!out.standard) return add(say({"还没有标准目录", "there is no standard yet"}));
  if (out.changed)
    return add(say({"{}确认（{}）之后有改动，须重新确认",
                    "changed since it was confirmed on {} ({}): confirm it anew"},
                   out.standard->confirmed->on.view(), out.standard->confirmed->document.view()));
  const bool confirmed = out.state == StandardState::Confirmed;
  if (confirmed && out.standard->confirmed.present()) return;
  if (out.errors > 0) add(say({"有{}个错误", "{} errors"}, out.errors));
  if (confirmed) return add(say({"没有确认记录", "there is no record of its confirmation"}));
  if (out.state == StandardState::Returned)
    add(say({"按退回的意见修改：{}", "mend what it was returned for: {}"},
            out.standard->opinion.view()));
  if (out.state != StandardState::Submitted) add(say({"送审", "submit it"}));
  add(out.confirmer ? say({"由{}确认", "{} confirms it"}, name_of(*out.confirmer))
                    : say({"确认", "have it confirmed"}));
}

ConfirmationStatus status_of(const Validation& validation, Symbol domain) {
  const Workspace& workspace = *validation.workspace;
  ConfirmationStatus out;
  out.domain = domain.view();
  out.name = workspace.domain_name(domain);
  out.standard = workspace.standard(domain);
  out.pairing = pairing_of(workspace, domain);
  out.confirmer = out.pairing ? confirming_unit(workspace, *out.pairing) : nullptr;
  if (const Standard* standard = out.standard) {
    out.state = state_of(*standard);
    out.errors = obstacles(validation, *standard).size();
    out.warnings =
        static_cast<size_t>(std::ranges::count_if(validation.findings, [&](const Finding& finding) {
          return finding.place.file == standard->file && finding.severity == Severity::Warning;
        }));
    out.changed = is_changed_since_confirmed(*standard, workspace.vocabulary);
  }
  find_missing(out);
  return out;
}

/// Whether the unit that is said to confirm is the one that may.
std::optional<Message> wrong_confirmer(const Workspace& workspace, const Standard& standard,
                                       std::string_view by) {
  const Pairing* pairing = pairing_of(workspace, standard.domain.value);
  if (!pairing)
    return say({"工作区没有写明“{}”的结对，不知由谁确认",
                "the workspace names no pair for {}, so nobody is known to confirm it"},
               standard.domain.view());
  const Unit* confirmer = confirming_unit(workspace, *pairing);
  if (!confirmer)
    return say({"“{}”的结对没有写明部门，也没有写明由谁确认：请在 catalog.yaml 的结对中写 confirms",
                "the pairing of {} names neither a department nor who confirms: write `confirms` "
                "into it in catalog.yaml"},
               standard.domain.view());
  const Unit* unit = workspace.units.find(Symbol::of(by));
  if (!unit) unit = workspace.units.by_name(by);
  if (unit == confirmer) return std::nullopt;
  return say({"“{}”由{}（{}）确认，不是“{}”", "{0} is confirmed by {1} ({2}), not by “{3}”"},
             workspace.domain_name(standard.domain.value), name_of(*confirmer),
             confirmer->code.view(), by);
}

void check_confirmation(const Validation& validation, const Standard& standard,
                        const ConfirmationStep& step, Date today, Refusal& refusal) {
  const auto refuse = [&](Message message) { refusal.reasons.push_back(std::move(message)); };
  if (auto wrong = wrong_confirmer(*validation.workspace, standard, step.by))
    refuse(std::move(*wrong));
  if (step.document.empty())
    refuse(say({"没有写明确认文件的文号（--document）",
                "the number of the confirming document is missing (--document)"}));
  if (step.on && *step.on > today)
    refuse(say({"确认日期{}在今天（{}）之后", "the day {} is later than today, {}"}, step.on->iso(),
               today.iso()));
  if (!validation.complete) refuse(say({"检查没有做全", "not all checks were run"}));
  refusal.findings = obstacles(validation, standard);
  if (!refusal.findings.empty())
    refuse(say({"有{}个错误，改正后才能确认", "{} errors must be mended first"},
               refusal.findings.size()));
}

}  // namespace

Bilingual state_word(StandardState state) { return words::kStateWords[static_cast<size_t>(state)]; }

StandardState state_of(const Standard& standard) {
  const auto index = words::kState.index(standard.state.view());
  return static_cast<StandardState>(index.value_or(0));
}

std::vector<StandardState> next_states(StandardState state) {
  using enum StandardState;
  switch (state) {
    case Consultation:
      return {Submitted};
    case Submitted:
      return {Returned, Confirmed};
    case Returned:
      return {Submitted, Consultation};
    case Confirmed:
      break;
  }
  return {Consultation};
}

const Pairing* pairing_of(const Workspace& workspace, Symbol domain) {
  const auto& pairings = workspace.config.pairings;
  const auto found = std::ranges::find(pairings, domain,
                                       [](const Pairing& pairing) { return pairing.domain.value; });
  return found == pairings.end() ? nullptr : &*found;
}

const Unit* confirming_unit(const Workspace& workspace, const Pairing& pairing) {
  const Text& code = pairing.department.empty() ? pairing.confirms : pairing.department;
  return workspace.units.find(code.value);
}

std::vector<const Finding*> obstacles(const Validation& validation, const Standard& standard) {
  std::vector<const Finding*> out;
  for (const Finding& finding : validation.findings) {
    if (finding.severity != Severity::Error) continue;
    if (finding.place.file == standard.file ||
        !is_catalogue(*validation.workspace, finding.place.file))
      out.push_back(&finding);
  }
  return out;
}

std::vector<ConfirmationStatus> confirmation_statuses(const Validation& validation) {
  std::vector<ConfirmationStatus> out;
  for (const Symbol domain : domains_of(*validation.workspace))
    out.push_back(status_of(validation, domain));
  return out;
}

std::expected<std::string, Refusal> after_step(const Validation& validation,
                                               const Standard& standard, std::string_view text,
                                               const ConfirmationStep& step, Date today) {
  Refusal refusal;
  const StandardState state = state_of(standard);
  const auto next = next_states(state);
  if (std::ranges::find(next, step.to) == next.end()) {
    refusal.reasons.push_back(say({"现在是“{}”，不能改为“{}”；可以改为：{}",
                                   "it is {0} now and can't become {1}; it can become: {2}"},
                                  state_word(state), state_word(step.to), joined(next)));
    return std::unexpected(std::move(refusal));
  }
  if (step.to == StandardState::Returned && step.opinion.empty())
    refusal.reasons.push_back(say({"退回须写明意见", "a return needs an opinion"}));
  if (step.to == StandardState::Confirmed)
    check_confirmation(validation, standard, step, today, refusal);
  if (!refusal.reasons.empty()) return std::unexpected(std::move(refusal));

  StandardEditor editor{std::string(text)};
  editor.set_state(step.to);
  if (step.to == StandardState::Returned) editor.set_opinion(step.opinion);
  if (step.to == StandardState::Confirmed || step.to == StandardState::Consultation)
    editor.remove("opinion");
  if (step.to == StandardState::Consultation) editor.remove("confirmed");
  if (step.to == StandardState::Confirmed) {
    const Workspace& workspace = *validation.workspace;
    const Unit& unit = *confirming_unit(workspace, *pairing_of(workspace, standard.domain.value));
    editor.set_confirmed({name_of(unit), step.on.value_or(today).iso(), step.document,
                          meaning_digest(standard, workspace.vocabulary)});
  }
  if (auto made = editor.take()) return std::move(*made);
  refusal.reasons.push_back(say({"文件的写法特殊，不能自动改动：请先运行 catalog fmt",
                                 "the file is written in an unusual way that can't be edited: run "
                                 "catalog fmt first"}));
  return std::unexpected(std::move(refusal));
}

}  // namespace catalog
