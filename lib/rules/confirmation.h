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
  const Standard* standard = nullptr;  ///< null: the domain has none, or none that can be read
  std::string unreadable;              ///< the file of a standard that can't be read
  size_t standards = 0;                ///< more than one: which is meant?
  StandardState state = StandardState::Consultation;
  const Pairing* pairing = nullptr;
  const Unit* confirmer = nullptr;
  /// Errors that stand in the way of a confirmation: in the standard, and in the files that all
  /// catalogues rest on (not in other catalogues).
  std::vector<const Finding*> errors;
  size_t warnings = 0;           ///< in the standard
  bool changed = false;          ///< the confirmed text is no more what it was
  std::vector<Message> missing;  ///< what is still to do, in order; empty: it is confirmed

  bool settled() const { return missing.empty(); }
};

/// The course of each domain of the workspace (those left out by it excepted) and of each standard,
/// in the workspace's order.
std::vector<ConfirmationStatus> confirmation_statuses(const Validation& validation);
/// The domain's course among those, by its slug or Chinese name; else what was perhaps meant.
std::expected<ConfirmationStatus, Message> confirmation_status(const Validation& validation,
                                                               std::string_view domain);

/// A step on the course that somebody asks for.
struct ConfirmationStep {
  StandardState to = StandardState::Submitted;
  std::string opinion;     ///< of a return
  std::string by;          ///< of a confirmation: code or name of the unit
  std::string document;    ///< 文号
  std::string digest;      ///< of what was signed, or its first characters; may be empty
  std::optional<Date> on;  ///< none: today
};

/// Why a step is not possible, and what is.
struct Refusal {
  std::vector<Message> reasons;
  std::vector<const Finding*> findings;  ///< errors that stand in the way
};

/// The file's text after the step: only the bytes of state, opinion and confirmation change, in the
/// language of its keys; it is read again, and says what was asked for and nothing else. `text` is
/// the standard's file as validated. Confirming needs a validation with all rules and no baseline.
std::expected<std::string, Refusal> after_step(const Validation& validation,
                                               const ConfirmationStatus& status,
                                               std::string_view text, const ConfirmationStep& step,
                                               Date today);

}  // namespace catalog
