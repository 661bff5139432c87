#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "rules/rule.h"
#include "rules/validate.h"

namespace catalog {

/// The severity that a word in either language stands for; `otherwise` where it stands for none.
Severity severity_of(std::string_view word, Severity otherwise);

/// The severity of each rule in one run: its own, changed by the workspace, and off where the
/// caller does not want it.
class RuleSettings {
 public:
  RuleSettings(const WorkspaceFile& config, const ValidateOptions& options);

  Severity severity(const Rule& rule) const;
  Severity severity(std::string_view rule_name) const;
  /// The rules that run and have this check.
  template <class Check>
  std::vector<const Rule*> running(Check Rule::*check) const {
    std::vector<const Rule*> out;
    for (const Rule* rule : all_rules()) {
      if (rule->*check && severity(*rule) != Severity::Off) out.push_back(rule);
    }
    return out;
  }

 private:
  std::map<std::string_view, Severity> severities_;
};

}  // namespace catalog
