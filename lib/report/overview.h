#pragma once

#include <string>
#include <vector>

#include "report/ownership.h"
#include "report/report.h"

namespace catalog {

/// How many findings of each severity.
struct Tally {
  size_t errors = 0;
  size_t warnings = 0;
  size_t notes = 0;

  void add(Severity severity);
  size_t total() const { return errors + warnings + notes; }
};

/// One line of a summary: a unit, domain or rule.
struct TallyLine {
  std::string name;
  std::string key;   ///< code, domain or rule's name
  size_t order = 0;  ///< a unit's, as Owner has it
  Tally tally;
};

/// The findings of a validation counted, all of them whatever is shown: units as the units file has
/// them, domains by name, rules with most findings first.
struct Overview {
  std::vector<TallyLine> units;
  std::vector<TallyLine> domains;
  std::vector<TallyLine> rules;
};

Overview overview_of(const Validation& validation, Ownership& ownership, Lang lang);

/// The title of a rule for people; its name where it is no rule of ours.
std::string rule_title(std::string_view rule, Lang lang);

}  // namespace catalog
