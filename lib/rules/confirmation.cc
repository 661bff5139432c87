#include "rules/confirmation.h"

#include <algorithm>
#include <set>
#include <unordered_set>

#include "model/words.h"
#include "rules/confirmation_edit.h"
#include "text/similarity.h"

namespace catalog {

namespace {

/// Where units' files lie by convention (《文件格式》).
constexpr std::string_view kUnitsFolders[] = {"lists", "standards", "adoptions"};

/// Whether a file is some unit's own, so that its errors are nobody else's business.
bool is_units_own(const Workspace& workspace, Symbol file) {
  const FileRecord* record = workspace.file(file);
  if (!record) return false;
  if (record->kind)
    return record->kind == Kind::List || record->kind == Kind::Standard ||
           record->kind == Kind::Adoption;
  // One that can't be parsed has no kind; the conventional folder tells.
  return std::ranges::any_of(kUnitsFolders, [&](std::string_view folder) {
    return file.view().starts_with(join_path(workspace.root, folder) + "/");
  });
}

std::string name_of(const Unit& unit) { return std::string(unit.name.view()); }

/// The domains of the workspace in its order, then those of further standards.
std::vector<Symbol> domains_of(const Workspace& workspace) {
  std::vector<Symbol> out;
  std::set<std::string_view> known;
  const auto add = [&](Symbol domain) {
    if (!domain.empty() && !workspace.is_left_out(domain) && known.insert(domain.view()).second)
      out.push_back(domain);
  };
  for (const DomainEntry& entry : workspace.config.domains) add(entry.domain.value);
  for (const Pairing& pairing : workspace.config.pairings) add(pairing.domain.value);
  for (const Standard& standard : workspace.standards) add(standard.domain.value);
  return out;
}

/// The errors that stand in the way, where the standards' files are `own`.
std::vector<const Finding*> obstacles(const Validation& validation,
                                      const std::unordered_set<Symbol>& own) {
  std::vector<const Finding*> out;
  for (const Finding& finding : validation.findings) {
    if (finding.severity != Severity::Error) continue;
    const Symbol file = finding.place.file;
    if (own.contains(file) || !is_units_own(*validation.workspace, file)) out.push_back(&finding);
  }
  return out;
}

/// The file that is to hold a standard and can't be read as one; empty if there is none.
Symbol unreadable_standard(const Workspace& workspace, Symbol domain) {
  const std::string name = "standards/" + std::string(domain.view()) + ".yaml";
  const FileRecord* record = workspace.file(Symbol::of(join_path(workspace.root, name)));
  const bool meant = record && (!record->kind || record->kind == Kind::Standard);
  return meant ? record->path : Symbol();
}

/// What is still to do until the standard is confirmed, or confirmed again.
void find_missing(ConfirmationStatus& out) {
  const auto add = [&](Message message) { out.missing.push_back(std::move(message)); };
  if (!out.pairing)
    add(say({"在 catalog.yaml 的 pairings 里写明结对", "name the pair in catalog.yaml"}));
  if (out.pairing && !out.confirmer)
    add(say({"在结对里写明部门，没有部门的写明由谁确认（confirms）",
             "name the department in the pairing or, without one, who `confirms`"}));
  if (!out.unreadable.empty())
    return add(say({"改正{}：现在读不出", "mend {}: it can't be read"}, out.unreadable));
  if (!out.standard)
    return add(say({"用 catalog merge --domain {} 合并出标准目录",
                    "merge the lists into a standard with catalog merge --domain {}"},
                   out.domain));
  if (out.standards > 1)
    return add(
        say({"标准目录有{}份：留下一份", "there are {} standards: keep one"}, out.standards));
  if (out.changed)
    return add(say({"{}确认（{}）之后有改动：重新送审、确认（--reopen）",
                    "changed since it was confirmed on {} ({}): have it confirmed anew (--reopen)"},
                   out.standard->confirmed->on.view(), out.standard->confirmed->document.view()));
  const bool confirmed = out.state == StandardState::Confirmed;
  if (confirmed && out.standard->confirmed.present()) return;
  if (!out.errors.empty()) add(say({"改正{}个错误", "mend {} errors"}, out.errors.size()));
  if (confirmed)
    return add(say({"没有确认记录：重新送审、确认（--reopen）",
                    "there is no record of its confirmation: have it confirmed anew (--reopen)"}));
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
  std::unordered_set<Symbol> own;
  for (const Standard& standard : workspace.standards)
    if (standard.domain.value == domain) own.insert(standard.file);
  out.standards = own.size();
  if (const Standard* standard = out.standard) {
    out.state = state_of(*standard);
    out.warnings =
        static_cast<size_t>(std::ranges::count_if(validation.findings, [&](const Finding& finding) {
          return finding.place.file == standard->file && finding.severity == Severity::Warning;
        }));
    out.changed = is_changed_since_confirmed(*standard, workspace.vocabulary);
  } else if (const Symbol file = unreadable_standard(workspace, domain); !file.empty()) {
    out.unreadable = file.view();
    own.insert(file);
  }
  out.errors = obstacles(validation, own);
  find_missing(out);
  return out;
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

std::vector<ConfirmationStatus> confirmation_statuses(const Validation& validation) {
  std::vector<ConfirmationStatus> out;
  for (const Symbol domain : domains_of(*validation.workspace))
    out.push_back(status_of(validation, domain));
  return out;
}

std::expected<ConfirmationStatus, Message> confirmation_status(const Validation& validation,
                                                               std::string_view domain) {
  const Workspace& workspace = *validation.workspace;
  std::vector<std::string_view> known;
  for (const Symbol slug : domains_of(workspace)) {
    const std::string_view name = workspace.domain_name(slug);
    if (domain == slug.view() || domain == name) return status_of(validation, slug);
    known.push_back(slug.view());
    known.push_back(name);
  }
  if (const auto meant = did_you_mean(domain, known))
    return std::unexpected(say({"工作区没有“{}”这个领域；是不是“{}”？",
                                "the workspace has no domain “{}”; did you mean “{}”?"},
                               domain, *meant));
  return std::unexpected(
      say({"工作区没有“{}”这个领域：用 catalog confirm 列出各领域，新领域先写进 catalog.yaml",
           "the workspace has no domain “{}”: catalog confirm lists them; write a new one into "
           "catalog.yaml"},
          domain));
}

}  // namespace catalog
