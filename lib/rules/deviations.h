#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "rules/rule_context.h"
#include "rules/settings.h"
#include "source/finding.h"

namespace catalog {

struct Rule;

/// Whether a deviation says who approved it, and on a day that has come.
bool is_approved(const Deviation& deviation, Date as_of);

/// A rule or value that a deviation names.
struct DeviationPart {
  const Text* text;
  const Rule* rule = nullptr;  ///< null: of no rule, or a value
  std::string form{};          ///< of a value: its comparison form
  bool judged = true;          ///< false: the rule did not run
  bool used = false;           ///< a finding was covered by it
};

/// A deviation of an item that holds on the day of the run.
struct AcceptedDeviation {
  const Deviation* deviation;
  std::string address;
  Symbol file;
  bool approved = false;
  std::vector<DeviationPart> rules;
  std::vector<DeviationPart> values;
};

/// The accepted departures of a workspace's items and of its adoptions' local changes, by their
/// addresses.
class Deviations {
 public:
  Deviations(const RuleContext& context, const RuleSettings& settings);
  /// Those of one list alone, whose address this is.
  Deviations(const RuleContext& context, const RuleSettings& settings, const List& list,
             const std::string& address);

  /// Removes the findings that an approved deviation covers, and makes warnings of the errors that
  /// one without approval covers. A deviation covers the rules that it names, on its own item, for
  /// its values if it gives any, up to and including its last day. One whose last day can't be read
  /// covers nothing. Remembers what covered something.
  void apply(std::vector<Finding>& findings);

  const std::vector<AcceptedDeviation>& all() const { return all_; }

 private:
  template <class Items>
  void add_items(const std::string& address, Symbol file, const Items& items);
  void add(const std::string& address, Symbol file, const std::vector<Deviation>& deviations);
  void add_adoption(const Adoption& adoption);
  static bool covers(AcceptedDeviation& accepted, const Finding& finding);

  const RuleContext& context_;
  const RuleSettings& settings_;
  std::vector<AcceptedDeviation> all_;
  std::unordered_map<std::string, std::vector<size_t>> by_address_;
};

}  // namespace catalog
