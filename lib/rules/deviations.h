#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "rules/rule_context.h"
#include "source/finding.h"

namespace catalog {

/// The accepted departures of a workspace's items, by the items' addresses.
class Deviations {
 public:
  explicit Deviations(const RuleContext& context);

  /// Removes the findings that an approved deviation covers, and makes warnings of the errors that
  /// one without approval covers. A deviation covers the rules that it names, on its own item, for
  /// its values if it gives any, up to and including its last day.
  void apply(std::vector<Finding>& findings) const;

 private:
  struct Accepted {
    std::vector<std::string_view> rules;  ///< names
    std::vector<std::string> values;      ///< comparison forms
    bool approved = false;
  };

  void add(const std::string& address, const Item& item, Date as_of);
  static bool covers(const Accepted& accepted, const Finding& finding);

  std::unordered_map<std::string, std::vector<Accepted>> by_address_;
};

}  // namespace catalog
