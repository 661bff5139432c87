#pragma once

#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/date.h"
#include "rules/validate.h"

namespace catalog {

// 标准确认: the course of a standard from its draft to the department's confirmation
// (沪府办〔2020〕 20号, part three: the department guides and confirms).

/// Where a standard is on its course; in the order of words::kState.
enum class StandardState : unsigned char { Consultation, Submitted, Returned, Confirmed };
Bilingual state_word(StandardState state);
/// The state that the file gives; 征求意见 where it gives none.
StandardState state_of(const Standard& standard);
/// What may follow a state.
std::vector<StandardState> next_states(StandardState state);

/// The pairing of a domain that is meant for it (the first that names it), or null.
const Pairing* pairing_of(const Workspace& workspace, Symbol domain);
/// Who confirms the standards of a pairing: its department, else whom it names to confirm; null
/// where neither is a known unit.
const Unit* confirming_unit(const Workspace& workspace, const Pairing& pairing);

/// One standard's course, as `confirm` shows it.
struct ConfirmationStatus {
  std::string domain;
  std::string name;                    ///< of the domain
  const Standard* standard = nullptr;  ///< null: the domain has none
  StandardState state = StandardState::Consultation;
  const Pairing* pairing = nullptr;
  const Unit* confirmer = nullptr;
  size_t errors = 0;             ///< that stand in the way of a confirmation
  size_t warnings = 0;           ///< in the standard
  bool changed = false;          ///< the confirmed text is no more what it was
  std::vector<Message> missing;  ///< what is still to do, in order; empty: it is confirmed

  bool settled() const { return missing.empty(); }
};

/// The course of each domain of the workspace (those left out by it excepted) and of each standard,
/// in the workspace's order.
std::vector<ConfirmationStatus> confirmation_statuses(const Validation& validation);
/// The findings that stand in the way of confirming a standard: errors in it and in the workspace's
/// own files (not in other catalogues).
std::vector<const Finding*> obstacles(const Validation& validation, const Standard& standard);

/// A step on the course that somebody asks for.
struct ConfirmationStep {
  StandardState to = StandardState::Submitted;
  std::string opinion;   ///< of a return
  std::string by;        ///< of a confirmation: code or name of the unit
  std::string document;  ///< 文号
  std::optional<Date> on;
};

/// What a step asks for is not possible, and what is.
struct Refusal {
  std::vector<Message> reasons;
  std::vector<const Finding*> findings;  ///< that stand in the way
};

/// The file's text after the step: only the bytes of state, opinion and confirmation change, in the
/// language of its keys. `text` is the standard's file as validated.
std::expected<std::string, Refusal> after_step(const Validation& validation,
                                               const Standard& standard, std::string_view text,
                                               const ConfirmationStep& step, Date today);

}  // namespace catalog
